/** 简体中文: what a board says of its own sound. */
import type { VoiceTexts } from './id.ts';

export const texts: VoiceTexts = {
  switchOn: '点击屏幕开启声音',
};
