/** A pty of this box alone, and the bytes between it and the UART at the pace that the UART takes. */
#include <fcntl.h>
#include <pty.h>
#include <termios.h>
#include <unistd.h>

#include "avr_uart.h"
#include "box.h"

static struct {
  int master;
  bool takes;
  avr_irq_t *input;
  char name[128];
} line;

static void on_output(struct avr_irq_t *irq, uint32_t value, void *param) {
  (void)irq;
  (void)param;
  const uint8_t byte = (uint8_t)value;
  // Nobody reads: the bytes are lost, as on a wire.
  if (write(line.master, &byte, 1) < 0) return;
}

static void on_xon(struct avr_irq_t *irq, uint32_t value, void *param) {
  (void)irq;
  (void)value;
  (void)param;
  line.takes = true;
}

static void on_xoff(struct avr_irq_t *irq, uint32_t value, void *param) {
  (void)irq;
  (void)value;
  (void)param;
  line.takes = false;
}

const char *open_line(avr_t *avr) {
  int slave;
  struct termios raw;
  cfmakeraw(&raw);
  // This end of the slave stays open, so that nobody's going closes the line.
  if (openpty(&line.master, &slave, line.name, &raw, NULL) != 0) return NULL;
  cfmakeraw(&raw);
  tcsetattr(slave, TCSANOW, &raw);
  fcntl(line.master, F_SETFL, O_NONBLOCK);

  uint32_t flags = 0;
  avr_ioctl(avr, AVR_IOCTL_UART_GET_FLAGS('0'), &flags);
  flags &= ~(uint32_t)(AVR_UART_FLAG_STDIO | AVR_UART_FLAG_POLL_SLEEP);
  avr_ioctl(avr, AVR_IOCTL_UART_SET_FLAGS('0'), &flags);
  line.takes = true;
  line.input = avr_io_getirq(avr, AVR_IOCTL_UART_GETIRQ('0'), UART_IRQ_INPUT);
  avr_irq_register_notify(avr_io_getirq(avr, AVR_IOCTL_UART_GETIRQ('0'), UART_IRQ_OUTPUT), on_output, NULL);
  avr_irq_register_notify(avr_io_getirq(avr, AVR_IOCTL_UART_GETIRQ('0'), UART_IRQ_OUT_XON), on_xon, NULL);
  avr_irq_register_notify(avr_io_getirq(avr, AVR_IOCTL_UART_GETIRQ('0'), UART_IRQ_OUT_XOFF), on_xoff, NULL);
  return line.name;
}

int line_descriptor(void) { return line.master; }

void feed_line(bool powered) {
  uint8_t byte;
  while ((!powered || line.takes) && read(line.master, &byte, 1) == 1) {
    if (powered) avr_raise_irq(line.input, byte);
  }
}
