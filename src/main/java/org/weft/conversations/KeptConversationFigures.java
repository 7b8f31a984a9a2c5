package org.weft.conversations;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.weft.base.KeptFigure;
import org.weft.base.Text;

/** What conversations keep, for the proof. */
@Configuration
class KeptConversationFigures {

    @Bean
    @Order(50)
    KeptFigure keptAchieved(JdbcClient jdbc, ConversationFigures figures) {
        return ConversationFigures.KEPT_ACHIEVED.figure(
                "achieved",
                Text.of("conversations.kept.achieved"),
                Text.of("conversations.kept.achieved.text"),
                jdbc,
                figures::corrected);
    }

    @Bean
    @Order(70)
    KeptFigure keptConversations(JdbcClient jdbc, ConversationFigures figures) {
        return ConversationFigures.KEPT.figure(
                "conversations",
                Text.of("conversations.kept.participants"),
                Text.of("conversations.kept.participants.text"),
                jdbc,
                figures::recountParticipants);
    }
}
