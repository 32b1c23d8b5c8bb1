/** 简体中文: the sheet of numbers that are given on paper while the hub does not work. */
import type { EmergencyTexts } from './id.ts';

export const texts: EmergencyTexts = {
  title: '应急号码',
  how: '系统停用期间：撕下右侧号码交给申请人，在左侧记下业务和时间，按顺序叫号。系统恢复后，在主管页面的“今天”中录入此表。',
  print: '打印',
  from: '起始号码',
  count: '数量',
  date: '日期',
  time: '时间',
  priority: '优先',
  served: '完成',
  waitHere: '请等候，您的号码会被叫到。',
};
