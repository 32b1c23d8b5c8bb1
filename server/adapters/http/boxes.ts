/** The start page's counter boxes: a press that goes through the broker like any other. */
import { pressBody } from '../../contract/http.ts';
import { counterIn, isThere } from './counter-path.ts';
import { api, problem, type Route, reply, route } from './route.ts';

export const boxRoutes: readonly Route[] = [
  route({
    method: 'post',
    path: `${api}/boxes/:n/press`,
    roles: ['supervisor'],
    body: pressBody,
    keyed: true,
    handle(call, context) {
      const counter = counterIn(call);
      if (counter === null || !isThere(context, counter)) return problem('unknown-counter', { status: 404 });
      const { key, arg } = call.body;
      return context.once(call.from, async () => reply(200, await context.boxes.press(counter, key, arg)));
    },
  }),
];
