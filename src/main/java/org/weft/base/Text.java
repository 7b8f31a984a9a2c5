package org.weft.base;

import java.util.List;

/**
 * A text to be said to a person in their language: a translation key and its arguments. Services speak in these and
 * never look a translation up; views and mail do.
 *
 * @param key  a key of the {@code i18n} bundles
 * @param args values for the placeholders, formatted by the reader's locale; an argument that is itself a {@code Text}
 *     is translated first
 */
public record Text(String key, List<Object> args) {

    public Text {
        args = List.copyOf(args);
    }

    public static Text of(String key, Object... args) {
        return new Text(key, List.of(args));
    }
}
