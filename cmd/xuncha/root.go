package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"xuncha/data/report"
)

// root is the command line, whole and in one language.
func (d *door) root() *cobra.Command {
	// Without this, a double click in Windows Explorer prints "This is a command
	// line tool" and ends after five seconds.
	cobra.MousetrapHelpText = ""
	root := d.command("xuncha", d.t.root, d.openNotebook)
	root.Args = d.knownCommand
	root.SuggestionsMinimumDistance = 2
	root.CompletionOptions.DisableDefaultCmd = true
	root.SilenceErrors, root.SilenceUsage = true, true
	root.SetIn(d.in)
	root.SetOut(d.out)
	root.SetErr(d.err)
	root.SetFlagErrorFunc(d.misusedFlag)
	root.SetHelpFunc(func(c *cobra.Command, _ []string) { d.help(c) })
	root.SetUsageFunc(func(c *cobra.Command) error { d.help(c); return nil })

	flags := root.PersistentFlags()
	flags.StringVar(&d.bookFlag, "book", "", d.t.flagBook)
	flags.StringVar(&d.authorFlag, "author", "", d.t.flagAuthor)
	flags.StringVar(&d.langFlag, "lang", "", d.t.flagLang)
	root.Flags().BoolVar(&d.ascii, "ascii", false, d.t.flagASCII)
	root.PersistentPreRunE = func(c *cobra.Command, _ []string) error { return d.checkFlags(c) }

	root.AddCommand(
		d.initCommand(), d.demoCommand(), d.summaryCommand(), d.findingsCommand(), d.ledgerCommand(), d.pageCommand(), d.paperCommand(), d.recordCommand(),
		d.planCommand(), d.teamsCommand(), d.recusalsCommand(),
		d.evidenceCommand(), d.exportCommand(), d.archiveCommand(), d.verifyCommand(), d.logCommand(), d.rosterCommand(), d.checklistCommand(), d.settingsCommand(), d.importCommand(),
		d.versionCommand(), d.completionCommand(), d.checkFileCommand(),
	)
	root.SetHelpCommand(d.helpCommand())
	root.InitDefaultHelpCmd() // adds ours, so that suggestions know it
	d.finish(root)
	return root
}

// command is one command that takes no arguments.
func (d *door) command(use string, t text, run func(*cobra.Command) error) *cobra.Command {
	return &cobra.Command{
		Use: use, Short: t.short, Long: t.long, Example: t.example,
		Args:                  d.nothing,
		RunE:                  func(c *cobra.Command, _ []string) error { return run(c) },
		DisableFlagsInUseLine: true,
	}
}

// finish gives all commands our own help flag, since cobra's speaks English, and
// the names that a shell may complete.
func (d *door) finish(c *cobra.Command) {
	c.Flags().BoolP("help", "h", false, d.t.flagHelp)
	d.offerPlaces(c)
	for _, sub := range c.Commands() {
		d.finish(sub)
	}
}

// help explains a command.
func (d *door) help(c *cobra.Command) {
	var b strings.Builder
	b.WriteString(c.Long + "\n\n" + d.t.usage + "\n  " + d.useLine(c) + "\n")
	if c.HasExample() {
		b.WriteString("\n" + d.t.examples + "\n" + c.Example + "\n")
	}
	if c.HasAvailableSubCommands() {
		b.WriteString("\n" + d.t.commands + "\n")
		for _, sub := range c.Commands() {
			if sub.IsAvailableCommand() {
				b.WriteString("  " + sub.Name() + strings.Repeat(" ", max(1, 12-len(sub.Name()))) + sub.Short + "\n")
			}
		}
	}
	d.flagHelp(&b, d.t.flags, c.NonInheritedFlags())
	d.flagHelp(&b, d.t.everywhere, c.InheritedFlags())
	if !c.HasParent() {
		b.WriteString("\n" + d.t.more + "\n")
	}
	d.print(b.String())
}

// useLine shows where arguments and flags go.
func (d *door) useLine(c *cobra.Command) string {
	line := c.UseLine()
	if c.HasAvailableSubCommands() {
		line += " [COMMAND]"
	}
	return line + " [FLAGS]"
}

// placeholders stand for the values of flags. They are ASCII, so that byte and
// cell are one when they are lined up.
var placeholders = map[string]string{
	"book": "FILE", "author": "NAME", "lang": "zh|en", "round": "N", "seed": "N",
	"format": "FORMAT", "school": "CODE", "item": "CODE",
	"sheet": "NAME", "state": "STATE", "view": "VIEW", "today": "DAY",
	"finding": "ID", "caption": "TEXT", "page": "TEXT", "sort": "KIND", "day": "DAY", "place": "TEXT", "kind": "KIND", "reason": "TEXT", "donor": "FILE",
}

func (d *door) flagHelp(b *strings.Builder, title string, flags *pflag.FlagSet) {
	if !flags.HasAvailableFlags() {
		return
	}
	b.WriteString("\n" + title + "\n")
	flags.VisitAll(func(f *pflag.Flag) {
		name := "    --" + f.Name + " " + placeholders[f.Name]
		if f.Shorthand != "" {
			name = "-" + f.Shorthand + ", --" + f.Name
		}
		fmt.Fprintf(b, "  %-22s %s\n", name, f.Usage)
	})
}

// helpCommand is cobra's own help command in our words.
func (d *door) helpCommand() *cobra.Command {
	c := d.command("help [COMMAND]", d.t.help, nil)
	c.Args = nil
	c.RunE = func(c *cobra.Command, args []string) error {
		about, rest, err := c.Root().Find(args)
		if err != nil || len(rest) > 0 {
			return d.noCommand(c.Root(), args[0])
		}
		d.help(about)
		return nil
	}
	return c
}

var shells = []string{"bash", "zsh", "fish", "powershell"}

func (d *door) completionCommand() *cobra.Command {
	c := d.command("completion SHELL", d.t.completion, nil)
	c.ValidArgs = shells
	c.Args = nil
	c.RunE = func(c *cobra.Command, args []string) error {
		shell := ""
		if len(args) == 1 {
			shell = args[0]
		}
		switch shell {
		case "bash":
			return c.Root().GenBashCompletionV2(d.out, true)
		case "zsh":
			return c.Root().GenZshCompletion(d.out)
		case "fish":
			return c.Root().GenFishCompletion(d.out, true)
		case "powershell":
			return c.Root().GenPowerShellCompletionWithDesc(d.out)
		}
		return misuse{c, sentence(d.t.needsOne, strings.Join(shells, " "))}
	}
	return c
}

// formatFlag adds --format to a command, and gives what was chosen.
func (d *door) formatFlag(c *cobra.Command) func() (report.Format, error) {
	var name string
	c.Flags().StringVar(&name, "format", string(report.Text), d.t.flagFormat)
	var names []string
	for _, f := range report.Formats() {
		names = append(names, string(f))
	}
	complete := cobra.FixedCompletions(names, cobra.ShellCompDirectiveNoFileComp)
	if err := c.RegisterFlagCompletionFunc("format", complete); err != nil {
		panic(err) // the flag was added just above
	}
	return func() (report.Format, error) {
		for _, f := range report.Formats() {
			if name == string(f) {
				return f, nil
			}
		}
		return "", misuse{c, sentence(d.t.badFormat, name)}
	}
}
