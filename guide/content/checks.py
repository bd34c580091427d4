"""Everything a pack is checked for beyond its shape."""

from collections.abc import Callable, Iterator

from guide.content import (
    case_lines,
    completeness,
    language,
    references,
    regions,
    rule_lines,
    triage,
    values,
    weighing,
    wording,
)
from guide.content.pieces import Pieces
from guide.content.problems import Problem

CHECKS: tuple[Callable[[Pieces], Iterator[Problem]], ...] = (
    values.schema_is_known,
    references.ids_appear_once,
    case_lines.case_ids_appear_once,
    references.condition_ids_are_file_names,
    references.sources_are_named,
    references.look_alikes_exist,
    references.findings_exist,
    references.rules_refer_to_what_exists,
    references.rules_follow_from_answers,
    references.body_places_are_options,
    case_lines.cases_name_what_exists,
    case_lines.cases_answer_what_is_asked,
    case_lines.cases_choose_as_asked,
    case_lines.cases_say_what_it_was,
    references.claims_name_what_exists,
    references.front_page_names_what_exists,
    references.typical_stages_exist,
    references.stage_places_are_options,
    completeness.matched_conditions_weigh_every_answer,
    completeness.cases_expect_what_is_offered,
    completeness.words_are_explained_once,
    completeness.sources_are_used,
    triage.levels_have_actions,
    triage.groups_have_rules,
    triage.emergency_groups_are_few,
    rule_lines.rules_can_fire,
    rule_lines.lines_of_rules_have_an_effect,
    rule_lines.gates_and_measuring_are_where_they_work,
    triage.something_holds_when_nothing_else_does,
    values.ranges_run_upwards,
    values.sizes_are_above_zero,
    values.counts_fit_a_picture,
    values.halos_are_wider_than_their_marks,
    values.satellites_have_something_to_lie_round,
    values.body_parts_lie_in_the_picture,
    values.dates_are_dates,
    values.review_comes_after,
    values.ages_run_upwards,
    values.usual_ages_lie_within_ages,
    values.temperatures_can_be,
    values.a_check_asks_enough_and_not_too_much,
    weighing.weights_are_complete,
    weighing.weights_are_in_bounds,
    weighing.weights_name_what_is_asked,
    weighing.questions_go_together_once,
    weighing.backgrounds_sum_to_one,
    weighing.frequencies_fall,
    weighing.age_weights_fall,
    wording.texts_are_not_empty,
    wording.lists_are_not_empty,
    wording.what_is_repeated_has_a_short_name,
    language.texts_use_no_forbidden_words,
    regions.numbers_stand_with_their_country,
)


def check(pieces: Pieces) -> list[Problem]:
    return [problem for find_problems in CHECKS for problem in find_problems(pieces)]
