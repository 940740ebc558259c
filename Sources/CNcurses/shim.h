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
static inline void jahiz_set_escape_delay(int milliseconds) { set_escdelay(milliseconds); }

/// Puts one character cell: a base and its marks, zero-terminated. At the bottom right the cursor cannot move on, which
/// is no failure.
static inline void jahiz_put_cell(int row, int column, const wchar_t *text, attr_t attributes, int pair) {
  cchar_t cell;
  memset(&cell, 0, sizeof cell);
  if (setcchar(&cell, text, attributes, 0, &pair) == OK) (void)mvwadd_wch(stdscr, row, column, &cell);
}

/// A string capability of terminfo; NULL where the terminal has none.
static inline const char *jahiz_capability(const char *name) {
  const char *value = tigetstr((char *)name);
  return value == (char *)-1 ? NULL : value;
}

static inline int jahiz_flag(const char *name) { return tigetflag((char *)name) > 0; }

/// newterm on stdout and stdin.
static inline SCREEN *jahiz_open_screen(const char *term) { return newterm((char *)term, stdout, stdin); }
