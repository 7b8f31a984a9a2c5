package org.weft.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SecretsTest {

    private static final String KEY = "a long text nobody guesses";

    private final Secrets secrets = new Secrets(KEY);

    @Test
    void whatIsKeptCanBeUsedAgainAndIsNotReadable() {
        var kept = secrets.encrypt("pä$$word");

        assertThat(kept).doesNotContain("pä$$word");
        assertThat(new Secrets(KEY).decrypt(kept)).contains("pä$$word");
    }

    @Test
    void theSameTextIsNeverKeptAlike() {
        assertThat(secrets.encrypt("same")).isNotEqualTo(secrets.encrypt("same"));
    }

    @Test
    void anotherKeyNoKeyAndAChangedTextGiveNothing() {
        var kept = secrets.encrypt("password");
        var end = kept.charAt(kept.length() - 1);
        var changed = kept.substring(0, kept.length() - 1) + (end == '0' ? '1' : '0');

        assertThat(new Secrets("another text of some length").decrypt(kept)).isEmpty();
        assertThat(new Secrets("").decrypt(kept)).isEmpty();
        assertThat(secrets.decrypt(changed)).isEmpty();
        assertThat(secrets.decrypt("nothing of the kind")).isEmpty();
        assertThat(secrets.decrypt("salt:zz")).isEmpty();
    }

    @Test
    void withoutAKeyNothingIsKept() {
        assertThat(new Secrets(" ").available()).isFalse();
        assertThatThrownBy(() -> new Secrets("").encrypt("password")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aKeyThatIsGuessedInNoTimeIsRefused() {
        assertThatThrownBy(() -> new Secrets("short")).hasMessageContaining("weft.secret-key");
    }
}
