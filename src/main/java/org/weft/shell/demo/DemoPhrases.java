package org.weft.shell.demo;

import java.util.List;

/** What people of the demonstration wrote down after they had talked. */
final class DemoPhrases {

    static final List<String> EXCHANGED = List.of(
            "How the handover works today and where it waits: mostly for a signature that nobody needs.",
            "What a good request looks like from their side. The order number in the subject saves them an hour a day.",
            "Who decides when priorities collide, and whom to ask first.",
            "Their busiest weeks and why month-end is the wrong time to call.",
            "How they prefer to get feedback: soon, in person, with an example.",
            "The checklist they use before anything leaves the team. Three of its points are about us.",
            "What they wish our team knew about customers.",
            "Where the same data is typed twice, and who could stop that.",
            "How they came into the job and what still drives them.",
            "Which of our reports they read (one) and which they delete (four).",
            "What happens to our work after it leaves us, step by step.",
            "How they plan a week, and what breaks the plan.",
            "Which words mean different things in our two teams. 'Done' is one of them.",
            "How a new colleague learns the trade, and what took longest for them.",
            "What they need from us by Wednesday so that Friday works.",
            "Where knowledge sits with one person only, and how to spread it.",
            "How complaints reach them and how long the answer takes.",
            "What they would change first if they led our team for a day.");

    static final List<String> AGREED = List.of(
            "We send the parts list with the order from now on.",
            "A fifteen-minute call every second Tuesday, until the wait is gone.",
            "They join our planning round once a month.",
            "I answer within a day, even if the answer is 'not yet'.",
            "We share one checklist instead of two.",
            "She shows our newcomers her desk for half a day.");

    static final List<String> RESULTS = List.of(
            "The wait fell from four days to one.",
            "No order came back last month.",
            "Two people now know how it is done.",
            "The double entry is gone.");

    static final List<String> CHECK_INS = List.of(
            "First talks are done, the next are in the calendar.",
            "Slow start because of the audit, catching up now.",
            "Going well. People are glad to be asked.",
            "Hard to reach the other shift; I need a hand with a date.",
            "Two meetings were moved. I will not make it without help.");

    private DemoPhrases() {}
}
