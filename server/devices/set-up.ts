/** Lines to paste into a device's own console, page or file, so that it finds the hub and is let in. Pure. */
import type { SetUpBlock } from '../contract/views-devices.ts';
import { byDriver, ownTopics, zigbeeGateway } from './set-up/mqtt-lines.ts';
import { type SetUpOrder, secretOf, shell } from './set-up/order.ts';

/** Hub's address as an IP; values are written so that none of them can end its line or its place. */
export function setUpLines(order: SetUpOrder): readonly SetUpBlock[] {
  const { device } = order;
  switch (device.driver) {
    // It lives in the hub, and is set up already.
    case 'virtual':
      return [];
    case 'escpos':
      return printer(order);
    case 'hikvision':
      return hikvision(order);
    case 'zkteco':
      return zkteco(order);
    case 'integration':
      return gateway(order);
    default:
      return (byDriver.get(device.driver) ?? ownTopics)(order);
  }
}

/** What anybody with a shell can try the printer with, in the words of its own kind of address. */
function printer({ device }: SetUpOrder): readonly SetUpBlock[] {
  const at = String(device.settings.at ?? '');
  const test = String.raw`printf 'Loket\n\n\n\n'`;
  const tcp = /^tcp:\/\/(\[[^\]]+\]|[^:]+)(?::(\d+))?$/i.exec(at);
  if (tcp?.[1]) {
    const host = tcp[1].replace(/^\[|\]$/g, '');
    return [{ kind: 'shell', lines: [`${test} | nc -w 3 ${shell(host)} ${tcp[2] ?? '9100'}`] }];
  }
  const queue = /^cups:(.+)$/i.exec(at)?.[1];
  if (queue) return [{ kind: 'shell', lines: [`${test} | lp -d ${shell(queue)} -o raw -`] }];
  const file = /^(?:usb|serial):([^?]+)/i.exec(at)?.[1];
  return file ? [{ kind: 'shell', lines: [`${test} > ${shell(file)}`, `ls -l ${shell(file)}`] }] : [];
}

/** The push of events over HTTP ("HTTP listening"), with the password of the account. */
function hikvision(order: SetUpOrder): readonly SetUpBlock[] {
  const { device, hub } = order;
  const path = `/webhooks/temperature/${device.id}`;
  return [
    {
      kind: 'web',
      lines: [
        `IP: ${hub.host}`,
        `Port: ${hub.httpPort}`,
        `URL: ${path}`,
        'Protocol: HTTP',
        `Username: ${device.id}`,
        `Password: ${secretOf(order)}`,
      ],
    },
    { kind: 'web', lines: [`${path}?key=${encodeURIComponent(secretOf(order))}`] },
  ];
}

/** The protocol has its paths written into the terminal, and no password: it is known by its serial number. */
const zkteco = ({ hub }: SetUpOrder): readonly SetUpBlock[] => [
  { kind: 'web', lines: [`Server Address: ${hub.host}`, `Server Port: ${hub.httpPort}`, 'HTTPS: OFF'] },
];

const gateway = (order: SetUpOrder): readonly SetUpBlock[] =>
  order.device.write.some((filter) => /^(?:zigbee2mqtt|#|\+)/.test(filter))
    ? zigbeeGateway(order)
    : account(order);

function account(order: SetUpOrder): readonly SetUpBlock[] {
  const { device, hub } = order;
  const lines = [
    `Broker: ${hub.host}`,
    `Port: ${hub.mqttPort}`,
    `Username: ${device.id}`,
    `Password: ${secretOf(order)}`,
  ];
  return [{ kind: 'web', lines }];
}
