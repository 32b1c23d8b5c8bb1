/** 简体中文: where counters are, who speaks, and what boards show, as fields of the office file. */
import type { ShownFieldTexts } from './id.ts';

export const texts: ShownFieldTexts = {
  labels: {
    'counters.direction': '窗口方向',
    'voice.languages': '播报语言',
    'voice.gong': '呼叫前的提示音',
    'voice.jacks': '主机声卡',
    'voice.jacks.device': '声卡',
    'voice.jacks.zone': '区域',
    notices: '通知',
    'notices.text': '通知内容',
    'notices.from': '开始日期',
    'notices.until': '截止日期',
    'notices.zone': '区域',
    media: '图片和视频',
    'media.file': '文件',
    'media.still': '每张图片显示时长',
    'media.zone': '区域',
  },
  hints: {
    'counters.direction': '从该区域的显示屏看。留空：不显示箭头。',
    'voice.languages': '按此顺序播报。留空：屏幕语言。',
    'voice.jacks.device': 'aplay -L 中的名称，例如 default。',
    'voice.jacks.zone': '留空：为整个办公室播报。',
    'notices.until': '最后一天。留空：一直显示。',
    'notices.zone': '留空：所有显示屏。',
    'media.file': '在“屏幕”部分上传。',
    'media.still': '视频会播放到结束。',
    'media.zone': '留空：所有显示屏。',
  },
  choices: {
    'counters.direction.left': '左',
    'counters.direction.right': '右',
    'counters.direction.ahead': '直行',
    'counters.direction.back': '后方',
    'counters.direction.up': '上楼',
    'counters.direction.down': '下楼',
  },
};
