package org.weft.people;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.weft.base.KeptFigure;
import org.weft.base.Text;

/** What the directory keeps, for the proof. */
@Configuration
class KeptPeopleFigures {

    @Bean
    @Order(10)
    KeptFigure keptLines(JdbcClient jdbc, DirectoryLock lock, ReportingLines lines) {
        return new KeptFigure(
                "reporting-lines",
                Text.of("people.kept.lines"),
                Text.of("people.kept.lines.text"),
                () -> ReportingLines.KEPT.check(jdbc),
                () -> {
                    lock.take();
                    return ReportingLines.KEPT.mend(jdbc, lines::rebuild);
                });
    }

    @Bean
    @Order(20)
    KeptFigure keptTeams(JdbcClient jdbc, DirectoryLock lock, TeamClosure teams) {
        return new KeptFigure(
                "team-tree",
                Text.of("people.kept.teams"),
                Text.of("people.kept.teams.text"),
                () -> TeamClosure.KEPT.check(jdbc),
                () -> {
                    lock.take();
                    return TeamClosure.KEPT.mend(jdbc, teams::rebuild);
                });
    }
}
