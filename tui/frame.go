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
	line, all := a.hints(room, binding.name)
	if !all {
		line, _ = a.hints(room, binding.short)
	}
	return line
}

// hints names keys until there is no more room, and tells whether it was enough.
func (a *App) hints(room int, name func(binding) string) (line string, all bool) {
	hint := func(b binding) string { return name(b) + " " + a.t.acts[b.act] }
	last := hint(bindingOf(everywhere, actHelp))
	for _, b := range bindingsIn(a.top().scope()) {
		if !b.foot {
			continue
		}
		if width(line)+width(hint(b))+width(last)+2 > room {
			return line + last, false
		}
		line += hint(b) + "  "
	}
	return line + last, true
}
