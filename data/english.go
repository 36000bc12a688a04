package data

import (
	"xuncha/data/bilingual"
	"xuncha/inspection"
)

// say says what is wrong with a file, in Chinese as it is written where it is
// found, and in the English of the table below.
func say(format string, args ...any) bilingual.Text { return inEnglish.Say(format, args...) }

// both is a word of the trade in both languages.
func both(word interface {
	In(inspection.Language) string
}) bilingual.Text {
	return bilingual.Text{word.In(inspection.Chinese), word.In(inspection.English)}
}

// inEnglish has the English of all formats, in the order of the Chinese.
var inEnglish = bilingual.Table{}
