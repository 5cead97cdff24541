"""What people say when they ask what it means, how sure it is, where it comes from. Rows of phrases."""

from bot.questions.asked import Intent
from bot.questions.lexicon import Row

MEANING_CUES: tuple[Row, ...] = (
    Row(
        Intent.EXPLAIN_SCORE,
        88,
        """
        what {do} {label} mean, what {be} {label} mean, meaning of {label}, {label} mean, means {label}, mean by
        {label}, you mean {label}, what counts as, counts as, count as, considered {label}, what {be} considered,
        definition of {label}, define {label}, what {be} {label} here, what makes {label}, classed as, classified, how
        {do} you (rate|score|decide|judge|calculate|determine|measure|grade|classify|define|rank|label|work out|know
        who), how {be} (it|this|that|score|rating|quality|label|ranking|{person})
        (rated|scored|decided|judged|calculated|determined|computed|graded|classified|defined|ranked|labelled|labeled|worked
        out), how {be} {quality} (calculated|determined|measured|computed|decided|rated), how {be} rating, how {do}
        rating work, how {do} scoring work, how {do} score work, scoring, scoring rule, rating system, what {be} limits,
        what limits, which limits, limits, thresholds, threshold, what {be} thresholds, criteria, criterion, rule
        behind, rules, what rule, which rule, which rules, why {be} {person} rated, why {be} {person} labelled, why {be}
        {person} labeled, why {be} {person} marked, why {be} {person} only, why {person} {label:fair}, why {be} {person}
        {label:fair}, red mean, green mean, orange mean, colors mean, colours mean, colors, what do colors, label mean,
        labels mean, labels, ratings mean, rated mean, difference between {label} and {label}, {label} vs {label}, when
        {be} someone {label}, when {be} it {label}, when {be} call {label}, when {be} {thing} {label}, where {do}
        (score|rating|label|scores|ratings|labels) come from, (score|rating|label|scores|ratings|labels) come from,
        score mean, mean score, what {be} score, based on which rule, by what measure, by which measure, methodology,
        algorithm, formula, cut off, cutoff, cutoffs, come up with {label}, explain
        (rating|score|label|scoring|labels|ratings|scores|verdict), how come {label},
        (rating|score|label|labels|ratings|scores) work, (rating|score|label|labels|ratings|scores) mean, (rating|score)
        based on, your (rating|score|label|scoring|rule|rules|criteria|limits|thresholds)
        """,
    ),
    Row(
        Intent.EXPLAIN_SCORE,
        90,
        "say {label}, call it {label}, call {person} {label}, calling it {label}, says {label}",
    ),
    Row(
        Intent.EXPLAIN_THRESHOLD,
        86,
        """
        {be} {value} {label}, {be} {value} a lot, {be} {value} high, {be} {value} low, {be} {value} much, {be} {value}
        {bad}, {be} {value} normal, {be} {value} too, {be} {value} {metric} {label}, {be} {value} {metric} a lot, {be}
        {value} {metric} much, {be} {value} {metric} high, {be} {value} {metric} {bad}, {be} {value} {metric} normal,
        {be} {value} {metric} too, how {label} {be} {value}, how {bad} {be} {value}, {value} {metric} {label}, {value}
        {label}, {value} {bad}, {value} normal, {value} a lot, {value} too much, {value} too high, {value} high, what
        {be} {label} {metric}, {label} {metric} value, {label} value for {metric}, {label} values for {metric}, how much
        {metric} {be} (too much|{label}|much|normal|allowed|tolerable|acceptable|a lot), how much {metric} {be} {label},
        how much {metric} is too, too much {metric}, how high {can} {metric}, acceptable {metric}, normal {metric},
        {label} level of {metric}, {metric} limit, limit for {metric}, {metric} threshold, threshold for {metric},
        {metric} {be} too high, {value} of {metric} {label}, what {be} normal {metric}, what {be} acceptable {metric},
        what {metric} {be} {label}, how bad {be} {metric} of, {metric} of {value} {label}, {metric} of {value} {bad},
        {metric} of {value}, {metric} {value} {label}, what do {value} mean, {value} mean, {value} {metric} mean, should
        i worry about {value}, worry about {value}, does {value} matter, {value} acceptable, {value} ok, when {be}
        {metric} {label}, when {be} {metric} {bad}, at what {metric}, at which {metric}, from which {metric}
        """,
    ),
    Row(
        Intent.EXPLAIN_THRESHOLD,
        88,
        """
        how many ms, how much ms, too many ms, how much is too much, how many is too many, how much is ok, how much is
        acceptable, how high is too high
        """,
    ),
    Row(
        Intent.GLOSSARY,
        78,
        """
        what {be} {metric}, what {be} {vpn}, what {do} {metric} mean, {metric} mean, what {be} meaning of, meaning of,
        define, definition, definition of, explain term, explain word, explain what {metric}, what exactly {be}
        {metric}, what {metric} {be}, what {be} {term}, what {do} {term} mean, {term} mean, {term} stand for, stand for,
        stands for, explain {term}, mean in english, in layman, layman 's terms, what {be} {direction}, what {do}
        {direction} mean, {direction} mean, difference between {metric} and {metric}, difference between {term}, what
        means {metric}, what means {term}, {metric} means, what {be} {network}, what {be} {zoom} 's, tell me what
        {metric}, never heard of, no idea what, do not know what, what the {be} {metric}, what {be} that {metric}, whats
        {metric}, eli5, {metric} explain, {metric} {be} what, explain me {metric}, explain to me {metric}, explain to me
        what, mean by {direction}, mean by {metric}, mean by {term}, {direction} means, mean with {metric}, mean with
        {term}
        """,
    ),
    Row(
        Intent.GLOSSARY,
        90,
        """
        explain {metric}, explain term {metric}, explain word, {metric} in simple words, {metric} in plain english
        """,
    ),
    Row(
        Intent.CONFIDENCE,
        88,
        """
        how sure, how certain, how confident, are you sure, are you certain, are you confident, you sure, sure about
        that, sure about it, sure about this, you certain, for sure, 100% sure, sure, positive about, certain,
        certainty, confidence, confident, can i trust, can we trust, trust, trustworthy, believe this, believe that,
        believe it, do i believe, reliable is, how reliable, how accurate, accurate, accuracy, {be} that right, {be}
        that correct, {be} that true, {be} this correct, {be} this right, {be} this true, is it certain, how good {be}
        data, data quality, margin of error, error bars, error margin, could you be wrong, might you be wrong, can you
        be wrong, you might be wrong, you could be wrong, really, seriously, enough data, sample size, how solid, solid
        evidence, just guess, just guessing, guess or, guessing, is that guess, are you guessing, statistically
        significant, significant, how much should i trust, bet on, doubt, i doubt, do not believe, not convinced,
        convinced, definitely, no way, rely on, depend on that, quality of data, coverage, how complete {be} evidence
        """,
    ),
    Row(
        Intent.CONFIDENCE,
        90,
        """
        not be right, not right, {can} not be right, not be true, not true, not be correct, not correct, sounds wrong,
        looks wrong, seems wrong, that wrong, sounds off, looks off, double check, sanity check, good {be} data, good
        {be} this data, good {be} these data, good {be} these numbers, solid {be} this, solid {be} that
        """,
    ),
    Row(
        Intent.EVIDENCE,
        84,
        """
        raw numbers, raw data, raw values, raw figures, raw, underlying data, underlying numbers, {show} numbers, {show}
        figures, {show} data, {show} evidence, show numbers, see numbers, actual numbers, exact numbers, actual values,
        exact values, exact figures, numbers behind, data behind, figures behind, behind that, evidence, proof, prove,
        prove it, prove that, prove this, back it up, back that up, back up that, based on what, on what basis, basis
        for, what {be} that based on, what {be} it based on, what {be} this based on, based on, where {do} you get that,
        where {do} you get this, where {do} that come from, where {do} this come from, where {be} that from, where {be}
        this from, where do numbers come from, where do data come from, where is data from, source, sources, source of
        data, data source, what data, which data, which numbers, how do you know, how do you know that, how do you
        figure, how did you get, how {do} you come to, how {do} you conclude, {show} details, show details, more
        details, details, full details, detailed, minute data, per minute data, per minute values, per minute numbers,
        per minute, which measurements, measurements, field names, fields, receipts, says who, numbers for that, figures
        for that, numbers
        """,
    ),
    Row(Intent.EVIDENCE, 88, "show your work, show work, show me your work, see your work, show calculation"),
    Row(Intent.EVIDENCE, 62, "show more, tell more, tell me more, more details, go on, more info, more information"),
    Row(
        Intent.EXPLAIN_SCORE,
        90,
        """
        how {be} {label} (defined|measured|decided|calculated|determined), what does that mean, what do that mean, what
        does this mean, what do this mean, what does it mean, read this, interpret this, understand this, meaning of
        this, meaning of that
        """,
    ),
    Row(
        Intent.EXPLAIN_THRESHOLD,
        80,
        """
        is that (bad|good|ok|fine|normal|high|low|much|terrible|acceptable|lot|a lot|serious|poor), is this
        (bad|good|ok|fine|normal|high|low|much|terrible|acceptable|lot|a lot|serious|poor), how bad is that, how bad is
        this, how good is that, is that too (high|much|low), is that even bad, that bad, is it high, is it too high
        """,
    ),
    Row(Intent.EVIDENCE, 20, "more"),
    Row(
        Intent.EXPLAIN_SCORE,
        97,
        """
        what makes {anyone} {label}, what makes {person} {label}, what makes it {label}, what makes call {label}, what
        makes connection {label}
        """,
    ),
    Row(
        Intent.CONFIDENCE,
        92,
        """
        (numbers|data|figures|results|values|diagnosis|statistics|that)
        (right|correct|true|accurate|reliable|trustworthy|solid|plausible), {be}
        (numbers|data|figures|results|values|diagnosis)
        (right|correct|true|accurate|reliable|trustworthy|solid|plausible)
        """,
    ),
    Row(
        Intent.EVIDENCE,
        92,
        """
        how you (got|get|know|came|calculated|computed|found|worked|figure|figured), how did you
        (find|calculate|compute|figure|work)
        """,
    ),
)
