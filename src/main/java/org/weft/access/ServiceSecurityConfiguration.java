package org.weft.access;

import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;

/** What services ask of their caller ({@code @PreAuthorize}) holds for commands as it does behind the web server. */
@Configuration
@EnableMethodSecurity
class ServiceSecurityConfiguration {}
