package tui

import (
	"fmt"
	"strings"
)

// header is where one stands, who one is and whether all is saved.
func (a *App) header() string {
	var path []string
	for _, s := range a.stack {
		if t := s.title(a); t != "" {
			path = append(path, t)
		}
	}
	right := a.author + " " + a.mark() + " "
	room := a.w - width(right) - 1
	left := " " + strings.Join(path, " › ")
	for width(left) > room && len(path) > 1 {
		path = path[1:]
		left = " … › " + strings.Join(path, " › ")
	}
	return a.look.header.Render(pad(left, room) + " " + right)
}

// mark tells what the disk has. Only 已存 is a promise.
func (a *App) mark() string {
	switch {
	case a.saving.Err != nil:
		return fmt.Sprintf(a.t.unsaved, a.saving.Waiting)
	case a.saving.Saved < a.last:
		return a.t.saving
	}
	return fmt.Sprintf(a.t.saved, a.saving.Saved)
}

// banner stands under the header while something cannot be saved.
func (a *App) banner() string {
	if a.saving.Err == nil {
		return ""
	}
	return a.look.wrong.Render(pad(" "+fmt.Sprintf(a.t.banner, a.saving.Waiting, a.saving.Err), a.w))
}

// foot is what just happened, or else the keys that work here.
func (a *App) foot() string {
	switch {
	case a.notice.wrong:
		return a.look.wrong.Render(pad(" "+a.notice.words, a.w))
	case a.notice.words != "":
		return a.look.notice.Render(pad(" "+a.notice.words, a.w))
	}
	return a.look.foot.Render(pad(" "+a.keysHere(a.w-2), a.w))
}

// keysHere names as many of the keys that work here as fit, help always.
func (a *App) keysHere(room int) string {
	last := a.hint(bindingOf(everywhere, actHelp))
	line := ""
	for _, b := range bindingsIn(a.top().scope()) {
		if !b.foot {
			continue
		}
		hint := a.hint(b)
		if width(line)+width(hint)+width(last)+4 > room {
			break
		}
		line += hint + "  "
	}
	return line + last
}

func (a *App) hint(b binding) string {
	return b.show + " " + a.t.acts[b.act]
}
