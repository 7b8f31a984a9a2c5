package org.weft.reminders.ui;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.weft.mail.ui.OneClickSecurity;

/** Lets mail programs in to {@link SilenceEndpoint}. */
@Configuration
@ConditionalOnWebApplication
class SilenceSecurity {

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    SecurityFilterChain silenceChain(HttpSecurity http) throws Exception {
        return OneClickSecurity.chain(http, "/unsubscribe/*");
    }
}
