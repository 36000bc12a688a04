package main

import (
	"reflect"
	"regexp"
	"testing"
)

// English sentences have English signs, and say 1 school and 2 schools; what is
// quoted of files that are Chinese stays as it is.
func TestEnglishIsEnglish(t *testing.T) {
	signs, many := regexp.MustCompile(`[，。：；（）！？「」【】]`), regexp.MustCompile(`%(\[\d\])?d ([a-z]+ )?[a-z-]+[^su]s\b`)
	chosen, all := regexp.MustCompile(`\{[a-z |]*\}| was\b| with( a)? [a-z]+`), 0
	var walk func(path string, v reflect.Value)
	walk = func(path string, v reflect.Value) {
		switch v.Kind() {
		case reflect.String:
			if all++; signs.MatchString(v.String()) {
				t.Errorf("%s has a Chinese sign: %s", path, v)
			}
			if many.MatchString(chosen.ReplaceAllString(v.String(), "")) {
				t.Errorf("%s has one of many: %s", path, v)
			}
		case reflect.Struct:
			for i := range v.NumField() {
				walk(path+"."+v.Type().Field(i).Name, v.Field(i))
			}
		case reflect.Array, reflect.Slice:
			for i := range v.Len() {
				walk(path, v.Index(i))
			}
		}
	}
	walk("english", reflect.ValueOf(&english).Elem())
	if all < 200 {
		t.Errorf("only %d sentences were seen", all)
	}
}
