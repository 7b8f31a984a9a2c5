package org.weft.reports;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.weft.base.KeptFigure;
import org.weft.base.Text;

/** What reports keep, for the proof. */
@Configuration
class KeptReportFigures {

    @Bean
    @Order(90)
    KeptFigure keptPictures(FigureProof proof) {
        return new KeptFigure(
                "dashboards", Text.of("reports.kept"), Text.of("reports.kept.text"), proof::check, proof::mend);
    }
}
