/** 简体中文: what staff read about printers and papers. */
import type { PapersTexts } from './id.ts';

export const texts: PapersTexts = {
  title: '号码纸',
  printer: (name) => `打印机 ${name}`,
  states: {
    out: '缺纸',
    cover: '机盖打开',
    offline: '未连接',
    error: '故障',
    'near-end': '纸将用完',
    ok: '就绪',
    unknown: '未知',
  },
  since: (time) => `自 ${time}`,
  waiting: (count) => `${count} 张待打印`,
  failed: '未打印',
  unsure: '可能未出纸',
  slip: '单据',
  reprint: '重新打印',
  reprintOf: (number) => `重新打印 ${number}`,
  voids: '旧纸及其链接将失效。',
  settled: '已处理',
  settledOf: (number) => `${number} 已处理`,
  settledWhy: '纸已出来，或已无人需要。',
  sent: (number) => `${number} 已发送到打印机。`,
  asPage: '打开单据页面',
};
