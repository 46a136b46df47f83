import { admitMember, declineMember } from './admission.ts';
import { blockedBy } from './blocked-by.ts';
import { castBallot } from './cast-ballot.ts';
import { deletedElsewhere, deletePost, editedElsewhere, editPost } from './change-post.ts';
import { eraseText } from './erase-text.ts';
import { acceptFollower, answerFollow, stopFollowing, takeFollowBack } from './follows.ts';
import { foundCommunity } from './found-community.ts';
import type { House } from './house.ts';
import { joinCommunity, leaveCommunity } from './join-community.ts';
import { leftForGood } from './left-for-good.ts';
import { likePost, takeLikeBack } from './like.ts';
import { linkAsked } from './links.ts';
import {
  bannedElsewhere,
  lockElsewhere,
  pinElsewhere,
  removedElsewhere,
  restoredElsewhere,
} from './moderated-elsewhere.ts';
import { communityMovedElsewhere, movedElsewhere, moveOut, nameAliases } from './move.ts';
import { secondProposal, submitProposal, withdrawProposal } from './proposals.ts';
import { publishPost } from './publish-post.ts';
import { react, takeBack, takeBackById } from './react.ts';
import { confirmPassedOn, receivePost } from './receive-post.ts';
import { refuseOperator } from './refuse-operator.ts';
import { releaseHold } from './release-hold.ts';
import { report } from './report.ts';
import { voteElsewhere } from './vote-elsewhere.ts';
import { castVoteFromElsewhere, secondFromElsewhere } from './vote-from-elsewhere.ts';
import { cosignatureRefused, takeCosignature, witnessCheckpoint } from './witness.ts';

/** Everything that somebody can do here, each bound to the house it is done in. */
export function createActions(house: House) {
  const bind =
    <Args extends readonly unknown[], Answer>(action: (house: House, ...args: Args) => Answer) =>
    (...args: Args): Answer =>
      action(house, ...args);
  return {
    foundCommunity: bind(foundCommunity),
    joinCommunity: bind(joinCommunity),
    leaveCommunity: bind(leaveCommunity),
    admitMember: bind(admitMember),
    declineMember: bind(declineMember),
    leftForGood: bind(leftForGood),
    acceptFollower: bind(acceptFollower),
    answerFollow: bind(answerFollow),
    stopFollowing: bind(stopFollowing),
    takeFollowBack: bind(takeFollowBack),
    publishPost: bind(publishPost),
    receivePost: bind(receivePost),
    confirmPassedOn: bind(confirmPassedOn),
    editPost: bind(editPost),
    deletePost: bind(deletePost),
    editedElsewhere: bind(editedElsewhere),
    deletedElsewhere: bind(deletedElsewhere),
    react: bind(react),
    takeBack: bind(takeBack),
    takeBackById: bind(takeBackById),
    lockElsewhere: bind(lockElsewhere),
    pinElsewhere: bind(pinElsewhere),
    removedElsewhere: bind(removedElsewhere),
    restoredElsewhere: bind(restoredElsewhere),
    bannedElsewhere: bind(bannedElsewhere),
    blockedBy: bind(blockedBy),
    report: bind(report),
    linkAsked: bind(linkAsked),
    movedElsewhere: bind(movedElsewhere),
    communityMovedElsewhere: bind(communityMovedElsewhere),
    nameAliases: bind(nameAliases),
    moveOut: bind(moveOut),
    likePost: bind(likePost),
    takeLikeBack: bind(takeLikeBack),
    submitProposal: bind(submitProposal),
    secondProposal: bind(secondProposal),
    withdrawProposal: bind(withdrawProposal),
    castBallot: bind(castBallot),
    castVoteFromElsewhere: bind(castVoteFromElsewhere),
    secondFromElsewhere: bind(secondFromElsewhere),
    voteElsewhere: bind(voteElsewhere),
    releaseHold: bind(releaseHold),
    refuseOperator: bind(refuseOperator),
    witnessCheckpoint: bind(witnessCheckpoint),
    takeCosignature: bind(takeCosignature),
    cosignatureRefused: bind(cosignatureRefused),
    eraseText: bind(eraseText),
  };
}

export type Actions = ReturnType<typeof createActions>;
