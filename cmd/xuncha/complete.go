package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"xuncha/inspection"
)

// offerPlaces has the shell complete rounds, schools, items and languages, with
// their names beside them, from the book that the line names. Where there is no
// book, or it cannot be read just now, there is nothing to offer.
func (d *door) offerPlaces(c *cobra.Command) {
	for flag, names := range map[string]func(*inspection.Book) []string{
		"round": roundNames, "school": schoolNames, "item": itemNames,
		"lang": func(*inspection.Book) []string { return []string{"zh", "en"} },
	} {
		if c.Flags().Lookup(flag) == nil && c.PersistentFlags().Lookup(flag) == nil {
			continue
		}
		complete := func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			return d.fromBook(names), cobra.ShellCompDirectiveNoFileComp
		}
		if err := c.RegisterFlagCompletionFunc(flag, complete); err != nil {
			panic(err) // the flag was looked up just above
		}
	}
}

func (d *door) fromBook(names func(*inspection.Book) []string) (all []string) {
	err := d.reading(func(b *inspection.Book) error {
		all = names(b)
		return nil
	})
	if err != nil {
		return names(new(inspection.Book))
	}
	return all
}

func roundNames(b *inspection.Book) []string {
	var all []string
	for _, r := range b.Rounds() {
		all = append(all, fmt.Sprintf("%d\t%s", r.No, r.Title))
	}
	return all
}

func schoolNames(b *inspection.Book) []string {
	var all []string
	for _, s := range b.Roster() {
		all = append(all, fmt.Sprintf("%s\t%s", s.Code, s.Name))
	}
	return all
}

// itemNames are those of every round's checklist, each once.
func itemNames(b *inspection.Book) []string {
	var all []string
	seen := map[inspection.ItemCode]bool{}
	for _, r := range b.Rounds() {
		list := b.ChecklistOf(r.No)
		if list == nil {
			continue
		}
		list.Items(func(_ *inspection.Section, it *inspection.Item) {
			if !seen[it.Code] {
				seen[it.Code] = true
				all = append(all, fmt.Sprintf("%s\t%s", it.Code, it.Title))
			}
		})
	}
	return all
}
