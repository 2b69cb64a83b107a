//! Faults planted in the naive count of a decision, so that the recount shows it would see them.

macro_rules! miscounts {
    ($($name:ident),+ $(,)?) => {
        /// One planted fault of counting.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        #[expect(missing_docs, reason = "each name says what is done wrong")]
        pub enum Miscount {
            $($name),+
        }

        impl Miscount {
            /// All of them.
            pub const ALL: &[Self] = &[$(Self::$name),+];
        }
    };
}

miscounts!(
    AbsentCountsAsConsent,
    AbsenceCountsAsNothing,
    AbstentionCountsAsNothing,
    AbstainersVote,
    DeclaredAbstentionIsNone,
    EveryAbstentionDeclared,
    AbsentAgreeToFormat,
    NothingIsOpen,
    RivalsLost,
    RivalsOfOneReading,
    AbstainersAreAbsent,
    SilentTakeNoPart,
    ObjectionIsNoVoteAgainst,
    VoteAgainstIsNoObjection,
    CountedAsAgainstObjects,
    FormatObjectionObjects,
    FormatObjectionIsAbsence,
    NotForIsAgainst,
    NotParticipatingTakePart,
    NotParticipatingStay,
    NotParticipatingBound,
    TargetVotes,
    InterestedVote,
    MembersWithoutVoteVote,
    MembersVoteForParties,
    PartiesOfAnotherDay,
    OutsidersVote,
    ElectorateOfFirstRule,
    EmptyElectorateDecides,
    NobodyDecides,
    AllAbsentIgnored,
    EmptyBaseFulfils,
    ExactShareFails,
    MoreThanTakesEqual,
    ShareOfMembers,
    ShareOfAllCounted,
    AtLeastNeedsMore,
    FewerThanTakesEqual,
    SetIgnored,
    LessIgnored,
    IncludesAny,
    NotIgnored,
    AllOfIsAnyOf,
    AnyOfIsAllOf,
    WeightsCountHeads,
    WeightsOfAnotherDay,
    DeclaredTotalIsSum,
    UsableIgnored,
    OtherwiseIgnored,
    QuorumIgnored,
    QuorumAfterVote,
    VetoIgnored,
    VetoedIsNotAdopted,
    FailingRuleIgnored,
    FailingRuleAfterVeto,
    RulesTriedAgain,
    PrecedentIgnored,
    OldRuleCounts,
    OldMatterCounts,
    BoundAll,
    BoundThoughNotAdopted,
    ExceptionsIgnored,
    WithoutVoteNotBound,
    WithoutVoteBound,
    LeftOutNotBound,
    OrganisationNotBound,
    SuspendedNotBound,
);
