/** Texts for boards that can show digits and some letters. */
#include "seven-segment.h"

#include <string.h>

namespace loket {

namespace {

const uint8_t kDigits[10] = {0x3F, 0x06, 0x5B, 0x4F, 0x66, 0x6D, 0x7D, 0x07, 0x7F, 0x6F};

/** A to Z, for words of the box itself (`Err`) too. 0: cannot be drawn, or is drawn as a digit or another letter is. */
const uint8_t kLetters[26] = {
    0x77, 0x7C, 0x39, 0x5E, 0x79, 0x71, 0x3D, 0x76, 0,    0x1E, 0, 0x38, 0,
    0x54, 0x5C, 0x73, 0,    0x50, 0,    0x78, 0x3E, 0,    0,    0, 0x6E, 0,
};

/** In a number, only letters that nobody takes for a digit: b may be read as 6, G too, o as 0. */
const char kClearLetters[] = "ACEFHLPU";

bool isDigit(char letter) { return letter >= '0' && letter <= '9'; }

char upper(char letter) { return letter >= 'a' && letter <= 'z' ? static_cast<char>(letter - 'a' + 'A') : letter; }

bool isClear(char letter) {
  return isDigit(letter) || letter == ' ' || letter == '-' || (letter != '\0' && strchr(kClearLetters, letter) != nullptr);
}

/** Writes it on the right, if all of it can be read there. */
bool put(const char *text, uint8_t width, char *to) {
  const size_t length = strlen(text);
  if (length > width) return false;
  for (const char *letter = text; *letter != '\0'; letter++) {
    if (!isClear(*letter)) return false;
  }
  memcpy(to + width - length, text, length);
  return true;
}

/** `A-012`: one to three capitals, a hyphen that may be missing, digits. @returns where the digits begin; null: another text */
const char *digitsOf(const char *text) {
  uint8_t letters = 0;
  while (letters < 4 && text[letters] >= 'A' && text[letters] <= 'Z') letters++;
  if (letters > 3) return nullptr;
  const char *digits = text + letters + (letters > 0 && text[letters] == '-' ? 1 : 0);
  if (*digits == '\0') return nullptr;
  for (const char *digit = digits; *digit != '\0'; digit++) {
    if (!isDigit(*digit)) return nullptr;
  }
  return digits;
}

/** `A-012` without its hyphen. @returns false where that is too long anyway */
bool joinUp(const char *text, const char *digits, uint8_t width, char *to) {
  char joined[kDigitsMost + 1];
  uint8_t length = 0;
  for (const char *letter = text; *letter != '\0'; letter++) {
    if (*letter == '-' && letter + 1 == digits) continue;
    if (length == kDigitsMost) return false;
    joined[length++] = *letter;
  }
  joined[length] = '\0';
  return put(joined, width, to);
}

}  // namespace

uint8_t segmentsOf(char letter) {
  if (isDigit(letter)) return kDigits[letter - '0'];
  if (letter == '-') return 0x40;
  const char capital = upper(letter);
  return capital >= 'A' && capital <= 'Z' ? kLetters[capital - 'A'] : 0;
}

void fitText(const char *text, uint8_t width, char *to) {
  if (width > kDigitsMost) width = kDigitsMost;
  memset(to, ' ', width);
  to[width] = '\0';
  if (put(text, width, to)) return;
  const char *digits = digitsOf(text);
  if (digits == nullptr || joinUp(text, digits, width, to) || put(digits, width, to)) return;
  while (*digits == '0' && digits[1] != '\0') digits++;
  put(digits, width, to);
}

}  // namespace loket
