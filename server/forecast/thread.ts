/** The forecast's thread: it learns, runs forward, and answers; the hub's thread only hands over what is. */
import { parentPort, workerData } from 'node:worker_threads';
import { createForecaster } from '../domain/forecast/forecaster.ts';
import type { Remembered } from '../domain/forecast/moment.ts';
import { readMoments, writeMoments } from './kept-moments.ts';
import type { Order, Reply, ThreadData } from './messages.ts';
import { packForecast, unpackVisits } from './pack.ts';

const { file } = workerData as ThreadData;
/** Milliseconds. */
const keptEvery = 10 * 60_000;
const mostOwn = 16_000;

const forecaster = createForecaster();
const reply = (message: Reply): void => parentPort?.postMessage(message);
let own: Remembered[] = [];
let isChanged = false;

function trying(what: () => void): void {
  try {
    what();
  } catch (error) {
    reply({ trouble: String(error) });
  }
}

function keep(): void {
  if (file === null || !isChanged) return;
  isChanged = false;
  trying(() => writeMoments(file, own));
}

/** Of other offices, for one that has none yet: see the README beside it. */
const shipped = new URL('./usual-moments.json', import.meta.url).pathname;
trying(() => {
  for (const moment of readMoments(shipped)) forecaster.remember(moment);
});
if (file !== null)
  trying(() => {
    own = readMoments(file);
    for (const moment of own) forecaster.remember(moment);
  });
setInterval(keep, keptEvery).unref();

function obey(order: Order): void {
  if (order.do === 'learn') forecaster.learn(order.day);
  if (order.do === 'end') {
    keep();
    parentPort?.close();
  }
  if (order.do !== 'forecast') return;
  for (const { code, told } of order.told) forecaster.told(code, told);
  const visits = unpackVisits(order.visits);
  reply({ forecast: packForecast(forecaster.forecast({ ...order.snapshot, visits })) });
  const fresh = forecaster.takeRemembered();
  if (fresh.length === 0) return;
  own.push(...fresh);
  // FC8: a fair sample, of older days every second again and again.
  if (own.length > mostOwn) own = own.filter((_, place) => place % 2 === 0);
  isChanged = true;
}

parentPort?.on('message', (order: Order) => trying(() => obey(order)));
