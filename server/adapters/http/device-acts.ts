/** What is done with a device from afar: it makes itself seen, it is pressed, and what it said is looked at. */
import { type DevicePress, type DevicePressAnswer, devicePressBody } from '../../contract/http-devices.ts';
import { makeProblem } from '../../contract/problems.ts';
import type { ProblemCode } from '../../contract/refusals.ts';
import type { Device } from './device-set-up.ts';
import { api, type Call, type Context, problem, type Route, reply, route } from './route.ts';

const path = `${api}/devices/:id`;
const deviceOf = ({ params }: Pick<Call, 'params'>, { hub }: Context): Device | undefined =>
  hub.state.calendar.devices.get(params.id ?? '');

const refused = (code: ProblemCode): DevicePressAnswer => {
  const { title: message } = makeProblem(code);
  return { ok: false, error: { code, message } };
};

async function press(device: Device, call: Call<DevicePress>, { hub, devices }: Context) {
  if (device.counter === null) return refused('unknown-counter');
  const command = devices?.commandOf(device, call.body, device.counter);
  if (!command) return refused('unknown-key');
  const outcome = await hub.submit(command, call.from);
  if (!outcome.ok) return refused(outcome.refusal.code);
  const { ticket } = outcome.answer as { ticket: string | null };
  return { ok: true, ticket, counter: device.counter } satisfies DevicePressAnswer;
}

export const deviceActRoutes: readonly Route[] = [
  route({
    method: 'get',
    path: `${path}/messages`,
    roles: ['supervisor'],
    keyed: false,
    handle(call, context) {
      const device = deviceOf(call, context);
      if (!device) return problem('unknown-device', { status: 404 });
      return reply(200, { messages: [...(context.devices?.messages(device.id) ?? [])] });
    },
  }),
  route({
    method: 'post',
    path: `${path}/identify`,
    roles: ['supervisor'],
    keyed: true,
    async handle(call, context) {
      const device = deviceOf(call, context);
      if (!device) return problem('unknown-device', { status: 404 });
      return context.once(call.from, async () => {
        const isSeen = await context.devices?.identify(device.id);
        return isSeen ? reply(204) : problem('device-offline');
      });
    },
  }),
  route({
    method: 'post',
    path: `${path}/press`,
    roles: ['supervisor'],
    body: devicePressBody,
    keyed: true,
    async handle(call, context) {
      const device = deviceOf(call, context);
      if (!device) return problem('unknown-device', { status: 404 });
      const answer = await press(device, call, context);
      return !answer.ok && answer.error.code === 'storage' ? problem('storage') : reply(200, answer);
    },
  }),
];
