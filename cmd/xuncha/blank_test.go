package main

import (
	"os"

	tea "charm.land/bubbletea/v2"
)

// blank is the smallest Bubble Tea program: what its idle frames cost, anything
// costs.
type blank struct{}

func (blank) Init() tea.Cmd                       { return nil }
func (blank) Update(tea.Msg) (tea.Model, tea.Cmd) { return blank{}, nil }
func (blank) View() tea.View {
	v := tea.NewView("q 离开")
	v.AltScreen = true
	return v
}

func runBlank() {
	if _, err := tea.NewProgram(blank{}).Run(); err != nil {
		os.Exit(1)
	}
}
