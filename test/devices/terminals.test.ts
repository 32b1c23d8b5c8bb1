/** Terminals that measure temperatures: what is taken from their messages, and that nothing else is. */
import { describe, expect, test } from 'vitest';
import { readHikvision } from '../../server/devices/terminals/hikvision.ts';
import { readZkteco } from '../../server/devices/terminals/zkteco.ts';

const bytes = (text: string) => Buffer.from(text, 'latin1');
const event = (more: object) =>
  JSON.stringify({
    ipAddress: '192.168.1.64',
    dateTime: '2026-11-26T09:05:00+08:00',
    eventType: 'AccessControllerEvent',
    AccessControllerEvent: {
      ...{ majorEventType: 5, subEventType: 75, name: 'Siti Aminah', employeeNoString: '17', serialNo: 4711 },
      ...{ currentVerifyMode: 'face', mask: 'yes', FaceRect: { x: 0.4 }, pictureURL: 'http://x/f.jpg' },
      ...{ thermometryUnit: 'celsius', currTemperature: 36.6, isAbnomalTemperature: false, ...more },
    },
  });

describe('Hikvision', () => {
  test('of a pushed event only temperature, number and time are taken', () => {
    expect(readHikvision(bytes(event({})), 'application/json')).toEqual([
      { mark: '4711', celsius: 36.6, time: '2026-11-26T09:05:00+08:00' },
    ]);
  });

  test('a multipart message with a picture gives the reading, whatever bytes the picture has', () => {
    const picture = Buffer.from([0xff, 0xd8, 0x2d, 0x2d, 0x4d, 0x49, 0x4d, 0x45, 0x0d, 0x0a, 0x80, 0x00]);
    const body = Buffer.concat([
      bytes(
        '--MIME_boundary\r\nContent-Disposition: form-data; name="event_log"\r\nContent-Type: application/json\r\n\r\n',
      ),
      Buffer.from(event({ name: 'Nyimas Ayu é' })),
      bytes(
        '\r\n--MIME_boundary\r\nContent-Disposition: form-data; name="Picture"\r\nContent-Type: image/jpeg\r\n\r\n',
      ),
      picture,
      bytes('\r\n--MIME_boundary--\r\n'),
    ]);
    const [reading, ...more] = readHikvision(body, 'multipart/form-data; boundary=MIME_boundary');
    expect(more).toEqual([]);
    expect(reading).toMatchObject({ mark: '4711', celsius: 36.6 });
  });

  test('XML and degrees Fahrenheit are read as well', () => {
    const xml =
      '<?xml version="1.0"?><EventNotificationAlert><dateTime>2026-11-26T09:05:00+08:00</dateTime><AccessControllerEvent>' +
      '<name>Siti</name><serialNo>12</serialNo><thermometryUnit>fahrenheit</thermometryUnit><currTemperature>97.7</currTemperature>' +
      '</AccessControllerEvent></EventNotificationAlert>';
    expect(readHikvision(bytes(xml), 'application/xml')).toEqual([
      { mark: '12', celsius: 36.5, time: '2026-11-26T09:05:00+08:00' },
    ]);
  });

  test('an XML body full of blanks is no reading, and holds nobody up', () => {
    const blanks = ' '.repeat(1_000_000);
    expect(readHikvision(bytes(`<currTemperature>${blanks}`), 'application/xml')).toEqual([]);
    expect(readHikvision(bytes(`<serialNo>${blanks}4</serialNo>`), 'application/xml')).toEqual([]);
  });

  test.each([
    ['a door that opened', event({ currTemperature: undefined })],
    ['nobody measured', event({ currTemperature: 0 })],
    ['no number', event({ serialNo: undefined })],
    ['no number at all', '7'],
    ['rubbish', '{"AccessControllerEvent":'],
    ['nothing', ''],
  ])('%s is no reading', (_what, body) => {
    expect(readHikvision(bytes(body), 'application/json')).toEqual([]);
  });
});

describe('ZKTeco', () => {
  const row =
    'time=2026-09-09 12:09:10\tpin=445966\tcardno=0\teventaddr=1\tevent=3\tinoutstatus=0\tverifytype=1\tindex=40\tsitecode=0\tlinkid=0\tmaskflag=0';

  test('of a row only temperature, number and time are taken, in the scale of its firmware', () => {
    const rows = `${row}\ttemperature=365\tconvtemperature=0\r\n`;
    expect(readZkteco(rows, 10)).toEqual([{ mark: '40', celsius: 36.5, time: '2026-09-09 12:09:10' }]);
    expect(readZkteco(rows.replace('=365', '=3652'), 100)[0]?.celsius).toBe(36.52);
    expect(readZkteco(rows.replace('=365', '=36.5'), 10)[0]?.celsius).toBe(36.5);
  });

  test('the converted value counts before the measured one', () => {
    expect(readZkteco(`${row}\ttemperature=341\tconvtemperature=364`, 10)[0]?.celsius).toBe(36.4);
  });

  test.each(['0', '255', '', 'abc', '-365', '1e9'])('temperature=%s is not measured', (value) => {
    expect(readZkteco(`${row}\ttemperature=${value}\tconvtemperature=0\r\n`, 10)).toEqual([]);
  });

  test('several rows, rows without a number, and rubbish', () => {
    const rows = `${row}\ttemperature=365\r\nOPLOG 1\r\n\r\ntemperature=370\r\n${row.replace('40', '41')}\ttemperature=372`;
    expect(readZkteco(rows, 10).map(({ mark, celsius }) => [mark, celsius])).toEqual([
      ['40', 36.5],
      ['41', 37.2],
    ]);
  });
});
