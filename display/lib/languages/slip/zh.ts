/** 简体中文: what stands on the printed slip. */
import type { SlipTexts } from './id.ts';

export const texts: SlipTexts = {
  title: '号码单据',
  print: '打印',
  number: '号码',
  printedAt: (when) => `打印于 ${when}`,
  bring: '请携带',
  reasons: '缺少的内容',
  returnToday: '请于今天再来，无需重新取号',
  returnUntil: (date) => `请最迟于${date}再来，无需重新取号`,
  collect: '领取',
  from: (date) => `${date}起`,
  afterPaid: '付款后确定日期',
  at: '地点',
  fee: '费用',
  free: '免费',
  freeWhy: '已超过承诺时间：无需付费',
  code: '代码',
  showCode: '请在取号机、入口或免下车窗口输入或扫描此代码。',
  unknown: '未找到该号码',
  unknownWhy: '单据只能在办理当天和次日打印。',
};
