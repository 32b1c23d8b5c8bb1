/** 简体中文: what the ticket kiosk says of the paper. */
import type { KioskPaperTexts } from './id.ts';

export const texts: KioskPaperTexts = {
  coming: '请取走您的号码',
  comingWhy: '号码纸从屏幕下方出来。',
  out: '请取走号码纸',
  outWhy: '请保留到办理结束。',
  there: (where) => `请到${where}取号码纸`,
  thereWhy: '本机打印机暂时无法打印。',
  photo: '请拍下此屏幕，或记下号码',
  photoWhy: '这里没有出纸。您的号码同样有效，工作人员可以打印。',
  unsure: '没有出纸？',
  unsureWhy: '如已拿到号码纸，请按“完成”。',
  reprint: '重新打印',
  notPossible: '请向工作人员索取号码纸。',
  scan: '用手机打开',
};
