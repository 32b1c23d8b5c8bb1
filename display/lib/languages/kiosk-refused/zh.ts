/** 简体中文: what the ticket kiosk says to a refusal. */
import type { KioskRefusedTexts } from './id.ts';

const notMade = {
  what: '号码暂时未能生成',
  instead: '请稍后再试。如仍不行，工作人员会给您号码。',
};

export const texts: KioskRefusedTexts = {
  'office-closed': {
    what: '今天不再发号',
    instead: '请在该时间再来。已有号码者仍会办理。',
  },
  'office-closed check-in': {
    what: '今天不再发号',
    instead: '您的代码仍然有效。请在该时间带来使用。',
  },
  'office-closed book': {
    what: '当天不办公',
    instead: '请另选日期。无需重新填写姓名。',
  },
  'intake-closed': {
    what: '该通道目前不接收',
    instead: '请在该时间再来，或选择其他通道。',
  },
  'intake-closed check-in': {
    what: '该通道目前不接收',
    instead: '您的代码仍然有效。请在该时间再使用。',
  },
  'quota-full': {
    what: '今天名额已满',
    instead: '请现在预约名额，免得再次排队。',
  },
  'quota-full book': {
    what: '当天最后一个名额刚被占用',
    instead: '请另选日期。无需重新填写姓名。',
  },
  'quota-full check-in': {
    what: '今天名额已满',
    instead: '您的代码已过时间，名额已被使用。请预约其他日期。',
  },
  'quota-full none': {
    what: '名额已全部占满',
    instead: '何时再有名额，请询问工作人员。',
  },
  'slot-full': {
    what: '该时段最后一个名额刚被占用',
    instead: '请另选时间。无需重新填写姓名。',
  },
  'unknown-slot': {
    what: '当天没有这个时段',
    instead: '请另选时间。无需重新填写姓名。',
  },
  'unknown-booking': {
    what: '未找到该代码',
    instead: '请将字母和数字与您的号码纸或预约核对。',
  },
  'unknown-booking scan': {
    what: '这不是本系统的代码',
    instead: '请扫描号票或预约凭证上的二维码，或输入短代码。',
  },
  'booking-early': {
    what: '代码正确，只是来得早',
    instead: '您可以等候，到该时间再在此使用代码。名额为您保留。',
  },
  'booking-early later': {
    what: '代码正确，只是来得早',
    instead: '请在该时间再来使用代码。您的代码仍然有效。',
  },
  'booking-late': {
    what: '该预约时间已过',
    instead: '请从头取普通号码，或预约其他日期。',
  },
  'booking-other-day': {
    what: '该预约是另一天的',
    instead: '请在那天前来。今天请从头取普通号码。',
  },
  'booking-used': {
    what: '该代码已使用过',
    instead: '号码已发出，请留意显示屏。如已过号，请按下方按键。',
  },
  'booking-cancelled': {
    what: '该预约已取消',
    instead: '请从头取普通号码，或预约其他日期。',
  },
  'one-booking-only': {
    what: '该电话号码已有预约',
    instead: '请使用已有的预约，或输入其他电话号码。',
  },
  'party-too-large': {
    what: '一次预约的人数过多',
    instead: '请减少人数，或就团体事宜询问工作人员。',
  },
  'not-bookable': {
    what: '此业务无需预约',
    instead: '请从头取号。',
  },
  'outside-horizon': {
    what: '该日期不能预约',
    instead: '请选择可预约的日期。',
  },
  'not-on-this-day': {
    what: '今天不办理该业务',
    instead: '请在该日期前来。您的代码仍然有效。',
  },
  'requirement-missing': {
    what: '还缺少必需的材料',
    instead: '请找工作人员，他们会帮助您。',
  },
  'malformed book': {
    what: '有内容填写不正确',
    instead: '请检查姓名、出生日期和电话号码。',
  },
  'unknown-service': {
    what: '业务刚刚有变动',
    instead: '请从头重新选择。',
  },
  'unknown-lane': {
    what: '选项刚刚有变动',
    instead: '请从头重新选择。',
  },
  'unknown-ticket': {
    what: '今天没有这个号码',
    instead: '请与您的号码纸核对。其他日期的代码在首页有单独的按键。',
  },
  'not-possible': {
    what: '该号码没有过号',
    instead: '它仍在等候、正在办理或已完成。请留意显示屏。',
  },
  'not-possible take': {
    what: '暂时不能发该号码',
    instead: '请找工作人员，他们会帮助您。',
  },
  'not-possible check-in': {
    what: '该代码现在不能使用',
    instead: '如时间已到，工作人员会帮助您。',
  },
  'not-possible book': {
    what: '暂时未能完成预约',
    instead: '请找工作人员，他们会帮助您。',
  },
  'already-called': {
    what: '正在叫该号码',
    instead: '请立即前往，工作人员正在等您。',
  },
  'too-soon': { what: '时间还没到', instead: '请稍后再试，或找工作人员。' },
  'too-soon check-in': {
    what: '代码正确，只是来得早',
    instead: '您的代码仍然有效。请从该时间起再在此使用。',
  },
  'too-many-requests': {
    what: '本机正忙',
    instead: '您的选择已保留。请稍候再试。',
  },
  storage: notMade,
  internal: notMade,
  unreachable: {
    what: '尚未收到回应',
    instead: '请按“重试”：您仍只会得到一个号码。或找工作人员。',
  },
  'unreachable book': {
    what: '尚未收到回应',
    instead: '请按“重试”：您仍只会有一个预约。或找工作人员。',
  },
  officer: {
    what: '本机现在无法帮助您',
    instead: '请找工作人员，他们会帮助您。',
  },
};
