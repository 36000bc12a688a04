package tui

import tea "charm.land/bubbletea/v2"

// list is a list of any length of which only the rows in sight are drawn. The
// zero list stands on its first row. It holds positions, not the rows: who
// owns the rows says at each call how many there are.
type list struct {
	at  int // row with the cursor
	top int // first row in sight
}

// press moves the cursor in a list of n rows, h of them in sight, and tells
// whether the key was one of the list's.
func (l *list) press(k tea.KeyPressMsg, n, h int) bool {
	page := max(h-1, 1)
	switch k.String() {
	case "up", "k":
		l.at--
	case "down", "j":
		l.at++
	case "pgup":
		l.at -= page
	case "pgdown":
		l.at += page
	case "home":
		l.at = 0
	case "end":
		l.at = n - 1
	default:
		return false
	}
	l.keep(n, h)
	return true
}

// draw returns the rows in sight, at most h and at most n, each from row(i,
// here); here is true for the one with the cursor.
func (l *list) draw(n, h int, row func(i int, here bool) string) []string {
	l.keep(n, h)
	lines := make([]string, 0, max(min(n, h), 0))
	for i := l.top; i < n && i < l.top+h; i++ {
		lines = append(lines, row(i, i == l.at))
	}
	return lines
}

// keep brings the cursor back among n rows and the window back to it; rows
// may have come or gone since the last call.
func (l *list) keep(n, h int) {
	l.at = max(min(l.at, n-1), 0)
	l.top = min(l.top, l.at, n-h)
	l.top = max(l.top, l.at-max(h, 1)+1, 0)
}
