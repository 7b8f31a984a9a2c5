package org.weft.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.weft.access.Role;
import org.weft.base.StaleEditException;
import org.weft.testing.Fixture;
import org.weft.testing.SignedIn;
import org.weft.testing.WeftTest;

@WeftTest
class AddressServiceTest {

    private static final String PATTERN = "{first}.{last}@example.com";

    @Autowired
    AddressService addresses;

    @Autowired
    Fixture fixture;

    @BeforeEach
    void signIn() {
        SignedIn.as(Role.HR);
    }

    @Test
    void givesAddressesToActivePeopleWithoutOneAndToNobodyElse() {
        fixture.person("John", "Smith").add();
        var second = fixture.person("John", "Smith").email(null).add();
        var third = fixture.person("John", "Smith").email(null).add();
        var left = fixture.person("Left", "Longago").email(null).inactive().add();
        var unwritable = fixture.person("محمد", "علي").email(null).add();
        assertThat(addresses.without()).isEqualTo(3);

        var preview = addresses.preview(PATTERN);
        assertThat(preview.numbered()).isEqualTo(2);
        assertThat(preview.leftOut()).containsExactly("محمد علي");
        assertThat(addresses.apply(preview)).isEqualTo(2);

        assertThat(fixture.row("person", second))
                .containsEntry("email", "john.smith2@example.com")
                .containsEntry("version", 1);
        assertThat(fixture.row("person", third)).containsEntry("email", "john.smith3@example.com");
        assertThat(fixture.row("person", left)).containsEntry("email", null);
        assertThat(fixture.row("person", unwritable)).containsEntry("email", null);
        assertThat(addresses.without()).isOne();
        assertThat(fixture.jdbc()
                        .sql(
                                "select count(*) from audit_entry where action = 'PERSON_CHANGED' and detail like 'e-mail: %'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void whatIsNoLongerTrueIsNotApplied() {
        var ada = fixture.person("Ada", "Lovelace").email(null).add();
        var preview = addresses.preview(PATTERN);
        fixture.person("Ada", "Lovelace").email("Ada.Lovelace@example.com").add();
        assertThatExceptionOfType(StaleEditException.class).isThrownBy(() -> addresses.apply(preview));
        assertThat(fixture.row("person", ada)).containsEntry("email", null);
    }
}
