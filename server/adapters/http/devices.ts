/** Devices: their accounts at the broker, what is set of them, and what is known of their connection. */
import { hashSecret, makeSecret } from '../../access/secrets.ts';
import { deviceChange } from '../../contract/device-settings.ts';
import { checkSettings, type DeviceAnswer, deviceBody } from '../../contract/http-devices.ts';
import { deviceView } from '../../domain/views/device.ts';
import { type Device, setUpFor } from './device-set-up.ts';
import { fieldsOf } from './fields.ts';
import { api, ask, type Call, type Context, problem, type Reply, type Route, reply, route } from './route.ts';

const path = `${api}/devices`;
const idOf = ({ params: { id = '' } }: Pick<Call, 'params'>): string => id;
const unknown = (): Reply => problem('unknown-device', { status: 404 });

/** Settings that name a gateway which does not exist would never work, and nobody would see why. */
function complaintAbout(
  { hub, devices }: Context,
  { id, driver }: Pick<Device, 'id' | 'driver'>,
  given: unknown,
): { path: string; message: string }[] {
  const checked = checkSettings(driver, given);
  if (!checked.ok) return fieldsOf(checked.issues);
  const { settings } = checked;
  const other = devices?.sharesTopicsWith?.({ id, driver, settings }) ?? null;
  if (other !== null)
    return [
      {
        path: 'settings.topic',
        message: `expected topics that “${other}” does not use, or a gateway in settings.via`,
      },
    ];
  const { via } = settings;
  if (via === undefined || hub.state.calendar.devices.get(String(via))?.driver === 'integration') return [];
  return [{ path: 'settings.via', message: 'expected the id of a device of driver "integration"' }];
}

const settingsFor = (driver: string, given: unknown) => {
  const checked = checkSettings(driver, given);
  return checked.ok ? checked.settings : {};
};

/** A printer is reached by the hub: it has nobody to show a password to. */
function told(device: Device, password: string, call: Call, context: Context): DeviceAnswer {
  const { id, driver } = device;
  const setUp = setUpFor(device, password, call, context);
  if (driver === 'escpos') return { id, username: null, password: null, setUp };
  return { id, username: id, password, setUp };
}

export const deviceRoutes: readonly Route[] = [
  route({
    method: 'get',
    path,
    roles: ['supervisor'],
    keyed: false,
    handle(_call, { hub, presence, devices }) {
      const present = presence();
      const all = [...hub.state.calendar.devices.keys()].flatMap((id) => {
        const view = deviceView(hub.state, id, present, devices);
        if (!view) return [];
        const { messages: _, setUp: __, ...device } = view;
        return [{ ...device, display: present.get(id)?.display ?? null }];
      });
      return reply(200, all);
    },
  }),
  route({
    method: 'post',
    path,
    roles: ['supervisor'],
    body: deviceBody,
    keyed: false,
    async handle(call, context) {
      const { id, driver, counter = null, label = null, settings: given, read = [], write = [] } = call.body;
      const fields = complaintAbout(context, call.body, given);
      if (fields.length > 0) return problem('malformed', { fields });
      const password = makeSecret();
      const hash = await hashSecret(password);
      const device = { id, driver, counter, label, hash, settings: settingsFor(driver, given), read, write };
      return ask(context, { type: 'AddDevice', ...device }, call.from, () =>
        reply(201, told(device, password, call, context)),
      );
    },
  }),
  route({
    method: 'patch',
    path: `${path}/:id`,
    roles: ['supervisor'],
    body: deviceChange,
    keyed: true,
    handle(call, context) {
      const id = idOf(call);
      const device = context.hub.state.calendar.devices.get(id);
      if (!device) return unknown();
      const { settings: given, ...rest } = call.body;
      const fields = given === undefined ? [] : complaintAbout(context, device, given);
      if (fields.length > 0) return problem('malformed', { fields });
      const change = {
        ...(rest.counter === undefined ? {} : { counter: rest.counter }),
        ...(rest.label === undefined ? {} : { label: rest.label }),
        ...(given === undefined ? {} : { settings: settingsFor(device.driver, given) }),
      };
      return ask(context, { type: 'ChangeDevice', id, ...change }, call.from, () => reply(204), [
        'unknown-device',
      ]);
    },
  }),
  route({
    method: 'post',
    path: `${path}/:id/password`,
    roles: ['supervisor'],
    // Under a key the password would have to be kept.
    keyed: false,
    async handle(call, context) {
      const id = idOf(call);
      const device = context.hub.state.calendar.devices.get(id);
      if (!device) return unknown();
      if (device.driver === 'virtual' || device.driver === 'escpos') return problem('not-possible');
      const password = makeSecret();
      const hash = await hashSecret(password);
      return ask(
        context,
        { type: 'SetDevicePassword', id, hash },
        call.from,
        () => reply(200, told(device, password, call, context)),
        ['unknown-device'],
      );
    },
  }),
  route({
    method: 'delete',
    path: `${path}/:id`,
    roles: ['supervisor'],
    keyed: false,
    handle(call, context) {
      return ask(context, { type: 'RemoveDevice', id: idOf(call) }, call.from, () => reply(204), [
        'unknown-device',
      ]);
    },
  }),
];
