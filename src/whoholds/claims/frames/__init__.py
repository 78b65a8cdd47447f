"""Frames: where the parties and the place of an event stand around its trigger.

Each frame takes a trigger and gives `Slots`, or None when its demands are not met (a "capture" of people, a
"fall" of prices). The nouns in the slots are tokens; who and where they are is read in `who` and `where`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from whoholds.claims.frames import (
    coming_back,
    driven_out,
    fighting,
    fire,
    handover,
    holding,
    leaving,
    linked,
    people,
    shown,
    taking,
    ways,
)
from whoholds.claims.frames.out_of import is_of_other_things
from whoholds.claims.frames.slots import Frame, Slots
from whoholds.claims.sentence import Sentence
from whoholds.model import EventType
from whoholds.text.triggers import Trigger

__all__ = ["FRAMES", "Frame", "Slots", "slots_of"]

FRAMES: Mapping[str, Frame] = {
    "take": taking.take,
    "take_place": taking.take_place,
    "take_noun": taking.take_noun,
    "fall": taking.fall,
    "fall_noun": taking.fall_noun,
    "lose": taking.lose,
    "lose_pair": taking.lose_pair,
    "control_pair": taking.control_pair,
    "under_pair": taking.under_pair,
    "restore_pair": taking.restore_pair,
    "change_hands": taking.change_hands,
    "flag": taking.flag,
    "drive_out": driven_out.drive_out,
    "drive_out_noun": driven_out.drive_out_noun,
    "hand_over": handover.hand_over,
    "handover_noun": handover.handover_noun,
    "leave": leaving.leave,
    "gone": leaving.gone,
    "none_remain": leaving.none_remain,
    "went": leaving.went,
    "redeploy": leaving.redeploy,
    "leave_noun": leaving.leave_noun,
    "hold": holding.hold,
    "run_place": holding.run_place,
    "control_noun": holding.control_noun,
    "hold_pair": holding.hold_pair,
    "flag_flies": holding.flag_flies,
    "contested": holding.contested,
    "held_adjective": holding.held_adjective,
    "enter": fighting.enter,
    "come_back": coming_back.come_back,
    "presence_noun": fighting.presence_noun,
    "shown_presence": shown.shown_presence,
    "repel": fighting.repel,
    "besiege": fighting.besiege,
    "siege_noun": fighting.siege_noun,
    "fight": fighting.fight,
    "exchange_fire": fighting.exchange_fire,
    "fight_noun": fighting.fight_noun,
    "assault_noun": fighting.assault_noun,
    "attack": fighting.attack,
    "strike_noun": fire.strike_noun,
    "strike": fire.strike,
    "bomb": fire.bomb,
    "shell": fire.shell,
    "shelling_noun": fire.shelling_noun,
    "fire_pair": fire.fire_pair,
    "shells_fall": fire.shells_fall,
    "explode": fire.explode,
    "blast_noun": fire.blast_noun,
    "kill": people.kill,
    "kill_noun": people.kill_noun,
    "detain": people.detain,
    "take_people": people.take_people,
    "destroy": ways.destroy,
    "destroy_noun": ways.destroy_noun,
    "deploy": ways.deploy,
    "deploy_noun": ways.deploy_noun,
    "displace": leaving.displace,
    "displace_noun": leaving.displace_noun,
    "close": ways.close,
    "close_noun": ways.close_noun,
    "truce": ways.truce,
    "linked_hold": linked.linked_hold,
    "linked_taking": linked.linked_taking,
    "linked_entry": linked.linked_entry,
}


def slots_of(trigger: Trigger, sentence: Sentence) -> Slots | None:
    """What the frame of a trigger finds; a taking without a fight is a handover, one that lasts a hold."""
    if is_of_other_things(trigger.last):
        return None
    slots = FRAMES[trigger.frame](trigger, sentence)
    if slots is not None and holding.lasts(slots, trigger):
        return replace(slots, type=EventType.HOLD)
    if slots is not None and handover.as_handover(slots, trigger):
        return replace(slots, type=EventType.HANDOVER)
    return slots
