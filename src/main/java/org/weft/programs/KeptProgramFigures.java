package org.weft.programs;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.weft.base.KeptFigure;
import org.weft.base.Text;

/** What programs keep, for the proof. */
@Configuration
class KeptProgramFigures {

    @Bean
    @Order(30)
    KeptFigure keptDirectoryCopy(JdbcClient jdbc, DirectoryCopy copy) {
        return DirectoryCopy.KEPT.figure(
                "directory-copy",
                Text.of("programs.kept.copy"),
                Text.of("programs.kept.copy.text"),
                jdbc,
                copy::refresh);
    }

    @Bean
    @Order(40)
    KeptFigure keptMembers(JdbcClient jdbc, CohortMembers members) {
        return CohortMembers.KEPT.figure(
                "cohort-members",
                Text.of("programs.kept.members"),
                Text.of("programs.kept.members.text"),
                jdbc,
                members::recount);
    }
}
