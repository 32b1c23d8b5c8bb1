/** What the start page says in Chinese of what is running. */
import type { StartTexts } from './id.ts';

export const texts: StartTexts = {
  groups: { lobby: '大厅与门口', people: '工作人员', counters: '各窗口' },
  qr: (name) => `二维码：${name}`,
  qrOf: (count) => `${count} 个窗口的二维码`,
  qrUnreachable: '登录后显示二维码，其中的地址可供手机和其他屏幕访问。',
  zone: (zone) => `区域 ${zone}`,
  zoneWhy: '仅该区域的叫号与窗口',
  connected: '已连接',
  version: (version) => `Loket ${version}`,
  broker: (port) => `设备通过 MQTT 连接，端口 ${port}。`,
  devices: '设备',
  screens: '屏幕',
  some: (online, all) => `${all} 个中已连接 ${online} 个`,
  since: (when) => `自 ${when} 起断开`,
  never: '从未连接',
  noDevices: '尚未添加设备',
  noScreens: '尚无打开的屏幕',
  pages: { lobby: '大厅屏', counter: '窗口屏', door: '门口屏', kiosk: '取号机' },
  unknown: '其他屏幕',
  rehearse: '演练：取号',
  rehearseWhy: '每个按键取一个号，如同访客在取号机上操作。',
  taken: (number) => `已取号 ${number}。`,
};
