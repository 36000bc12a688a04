package main

import (
	"strings"

	"xuncha/inspection"
)

// languageOf settles the language before anything is said, help and errors of
// the command line included: --lang, then the first of LC_ALL, LC_MESSAGES and
// LANG that is set, then Chinese.
func languageOf(args []string, getenv func(string) string) inspection.Language {
	for i, arg := range args {
		if arg == "--" {
			break
		}
		if value, ok := strings.CutPrefix(arg, "--lang="); ok {
			return languageNamed(value)
		}
		if arg == "--lang" && i+1 < len(args) {
			return languageNamed(args[i+1])
		}
	}
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if value := getenv(name); value != "" {
			return languageNamed(value)
		}
	}
	return inspection.Chinese
}

// languageNamed: whatever is not English is Chinese, C and POSIX among it.
func languageNamed(name string) inspection.Language {
	if name = strings.ToLower(name); name == "en" || strings.HasPrefix(name, "en_") || strings.HasPrefix(name, "en-") {
		return inspection.English
	}
	return inspection.Chinese
}
