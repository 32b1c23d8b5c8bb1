/** 简体中文: what the desk says beyond calling: file check, claims, slips, help with a booking. */
import type { DeskTexts } from './id.ts';

export const texts: DeskTexts = {
  lacks: '缺少什么',
  bring: '需补带',
  identity: '证件号',
  identityQuestion: (number) => `${number} 持有人的证件号`,
  identityWhy: '只与今天的比较，不按原样保存。',
  check: '核对',
  checked: '证件号：没有其他号码',
  alsoHas: (numbers) => `还持有 ${numbers}`,
  sameIdentity: '一人两号：请告知主管。',
  unverified: '纸质凭证，尚不在名单中',
  claim: '免费：结清补偿',
  claimQuestion: (number) => `${number}：超时，免费`,
  claimWhy: '请选择费用的处理方式。',
  openClaims: '未结清的补偿',
  closeClaim: (number) => `结清 ${number}`,
  notCharged: '未收费',
  refunded: '已退款',
  reference: '退款凭证号',
  slip: (number) => `单据 ${number}`,
  paid: (number) => `${number} 已付款`,
  lists: '询问一次',
  listQuestion: (number: string, list: string) => `${number}：${list}`,
  help: '协助预约',
  tools: '更多',
};
