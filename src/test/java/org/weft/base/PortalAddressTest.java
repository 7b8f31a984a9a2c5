package org.weft.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortalAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "weft.example.com",
                "localhost:8080",
                "//weft.example.com",
                "ftp://weft.example.com",
                "https://",
                "https://bücher.example",
                "https://weft_portal",
                "https://weft portal",
                "https://hr@weft.example.com",
                "https://weft.example.com/?a=b",
                "https://weft.example.com/#top"
            })
    void whatNoLinkCanStartWithIsRefused(String address) {
        assertThatThrownBy(() -> new PortalAddress(address))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("WEFT_ADDRESS")
                .hasMessageContaining("\"" + address + "\"");
    }

    @Test
    void aLinkIsBelowIt() {
        assertThat(new PortalAddress("https://weft.example.com").link("my-plan"))
                .isEqualTo("https://weft.example.com/my-plan");
        assertThat(new PortalAddress("http://10.0.0.7:8080/weft/").link("my-plan"))
                .isEqualTo("http://10.0.0.7:8080/weft/my-plan");
    }
}
