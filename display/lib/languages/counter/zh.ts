/** 简体中文: what the board above a counter says. */
import type { CounterTexts } from './id.ts';

export const texts: CounterTexts = {
  please: '请前来',
  here: '本窗口的号码',
  ready: '可以办理',
  paused: '稍后回来',
  closed: '窗口关闭',
  closedHint: '请看大厅屏幕',
  timeLeft: '剩余时间',
  almostOver: '即将结束',
  lastSeconds: '最后几秒',
  timeOver: '时间到',
  notHeard: '等待重新连接',
  orFree: (span) => `超过${span}：免费`,
  promised: (span) => `承诺${span}`,
  keptIn: (time) => `用时 ${time}`,
  freeWhy: '超过承诺时间：无需付费',
  over: '已超时',
  overWhy: '抱歉，超过了承诺时间',
};
