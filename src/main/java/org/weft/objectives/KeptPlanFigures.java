package org.weft.objectives;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.weft.base.KeptFigure;
import org.weft.base.Text;

/** What plans keep, for the proof. */
@Configuration
class KeptPlanFigures {

    @Bean
    @Order(60)
    KeptFigure keptPlans(JdbcClient jdbc, PlanFigures figures) {
        return PlanFigures.KEPT.figure(
                "plans",
                Text.of("objectives.kept-figure.plans"),
                Text.of("objectives.kept-figure.plans.text"),
                jdbc,
                figures::recount);
    }
}
