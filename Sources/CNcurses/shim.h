// ncursesw for Swift, which sees neither macros, variadic functions nor global variables such as `stdscr`.
#pragma once
#define _XOPEN_SOURCE_EXTENDED 1
#define NCURSES_WIDECHAR 1
#include <curses.h>
#include <term.h>
#include <stdio.h>
#include <string.h>

static inline WINDOW *jahiz_stdscr(void) { return stdscr; }
static inline int jahiz_colors(void) { return COLORS; }
static inline int jahiz_color_pairs(void) { return COLOR_PAIRS; }
static inline int jahiz_lines(void) { return LINES; }
static inline int jahiz_columns(void) { return COLS; }

/// The next update clears the screen and writes all of it.
static inline void jahiz_clear_before_update(void) { clearok(curscr, TRUE); }

/// The next update writes every row anew, whatever the screen shows, without a clear.
static inline void jahiz_rewrite_on_update(void) { wredrawln(stdscr, 0, LINES); }

/// Makes one character cell: a base and its marks, zero-terminated; a blank where ncurses takes them for none.
static inline void jahiz_make_cell(cchar_t *cell, const wchar_t *text, attr_t attributes, int pair) {
  memset(cell, 0, sizeof *cell);
  if (setcchar(cell, text, attributes, 0, &pair) != OK) (void)setcchar(cell, L" ", attributes, 0, &pair);
}

/// Puts a row of cells, without those that continue a wide one.
static inline void jahiz_put_row(int row, const cchar_t *cells, int count) {
  (void)mvwadd_wchnstr(stdscr, row, 0, cells, count);
}

/// What erased cells look like.
static inline void jahiz_set_background(int pair) {
  cchar_t cell;
  memset(&cell, 0, sizeof cell);
  if (setcchar(&cell, L" ", 0, 0, &pair) == OK) wbkgrndset(stdscr, &cell);
}

/// A string capability of terminfo; NULL where the terminal has none.
static inline const char *jahiz_capability(const char *name) {
  const char *value = tigetstr((char *)name);
  return value == (char *)-1 ? NULL : value;
}

/// Takes `ESC ( B`, back from the alternate character set, out of the strings that change attributes: in UTF-8 nothing ever
/// goes there, and it costs three bytes at every change. ncurses keeps these strings in memory of its own, where they may
/// only become shorter.
static inline int jahiz_shorten_attributes(void) {
  static const char *const prefixes[][2] = {{"sgr0", "\033(B"}, {"sgr", "%?%p9%t\033(0%e\033(B%;"}};
  int count = 0;
  for (int i = 0; i < 2; i++) {
    char *value = tigetstr((char *)prefixes[i][0]);
    size_t length = strlen(prefixes[i][1]);
    if (value == NULL || value == (char *)-1 || strncmp(value, prefixes[i][1], length) != 0) continue;
    memmove(value, value + length, strlen(value + length) + 1);
    count++;
  }
  return count;
}

/// A number of terminfo; negative where the terminal has none.
static inline int jahiz_number(const char *name) { return tigetnum((char *)name); }

static inline int jahiz_flag(const char *name) { return tigetflag((char *)name) > 0; }

/// newterm on stdout and stdin.
static inline SCREEN *jahiz_open_screen(const char *term) { return newterm((char *)term, stdout, stdin); }
