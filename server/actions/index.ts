import { admitMember, declineMember } from './admission.ts';
import { confirmBallot, denyBallot } from './ballot-disputes.ts';
import { handInRound } from './beacon.ts';
import { blockedBy } from './blocked-by.ts';
import { boostPost, takeBoostBack } from './boost.ts';
import { appealHold, callJury, confirmMeasure, decideCase, demandJury, fileAppeal, openOwnCase } from './cases.ts';
import { castBallot } from './cast-ballot.ts';
import { deletedElsewhere, deletePost, editedElsewhere, editPost } from './change-post.ts';
import { closeInvitation } from './close-invitation.ts';
import { inviteToCommunity, joinByInvitation, revokeInvitation } from './community-invitations.ts';
import { giveDelegation, takeBackDelegation } from './delegations.ts';
import { dryRun } from './dry-run.ts';
import { confirmEmergency, declareEmergency, liftEmergency } from './emergency.ts';
import { eraseText } from './erase-text.ts';
import { fileReport, withdrawReport } from './file-report.ts';
import { followPerson, unfollowPerson } from './follow-person.ts';
import { acceptFollower, answerFollow, stopFollowing, takeFollowBack } from './follows.ts';
import { foundCommunity } from './found-community.ts';
import type { House } from './house.ts';
import { inviteMany } from './invite-many.ts';
import { joinCommunity, leaveCommunity } from './join-community.ts';
import { answerJuryCall, contributeToSeed, showSeedPart, voteOnJury, writeToJury } from './juries.ts';
import { dropKind, nameKind } from './kinds.ts';
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
import { mergeThreads, splitThread } from './move-thread.ts';
import {
  addCollection,
  changeCollection,
  collect,
  publishCollection,
  removeCollection,
} from './notebook/collections.ts';
import { followFeed, followListed, unfollowFeed } from './notebook/feeds.ts';
import { addNote, changeNote, publishNote, removeNote } from './notebook/notes.ts';
import { addFilter, changeFilter, removeFilter } from './own/filters.ts';
import { bringImport, dropImport, startImport } from './own/imports.ts';
import { keepQuiet, wishForLetters } from './own/letters.ts';
import { addList, changeList, putOnList, removeList, takeFromList } from './own/lists.ts';
import {
  blockActor,
  blockDomain,
  bookmark,
  featureTag,
  followTag,
  muteActor,
  muteThread,
  noteActor,
  pinPost,
  putConversationAway,
  suggestNoMore,
  takeMarkAway,
} from './own/marks.ts';
import { changePolicy, hearActor, putRequestAway } from './own/notification-policy.ts';
import { secondProposal, submitProposal, withdrawProposal } from './proposals.ts';
import { publishOwn } from './publish-own.ts';
import { publishPost } from './publish-post.ts';
import { changePush, endPush, subscribeToPush } from './push.ts';
import { clearNotifications, dismissNotification } from './put-away.ts';
import { answerQuoteRequest, quoteAnswered, setQuotePolicy, takeQuoteBack } from './quotes.ts';
import { react, takeBack, takeBackById } from './react.ts';
import { confirmPassedOn, receivePost } from './receive-post.ts';
import { reconsiderPost } from './reconsider-post.ts';
import { refuseOperator } from './refuse-operator.ts';
import { supersede, takeCorrection } from './relate.ts';
import { releaseHold } from './release-hold.ts';
import { report } from './report.ts';
import { giveRule, setAside } from './report-desk.ts';
import {
  actAsFounder,
  answerPetition,
  nominate,
  petitionRecall,
  resign,
  signPetition,
  stand,
  standDown,
} from './roles.ts';
import { moveScheduledPost, schedulePost, takeScheduledPostBack } from './schedule-post.ts';
import { castSecretBallot } from './secret/cast-secret-ballot.ts';
import { issuePaper, issuePaperByCode, paperCode } from './secret/issue-paper.ts';
import { depositTellerKey, disputePapers, openTellerKey } from './secret/tellers.ts';
import {
  proposeAlternative,
  secondAlternative,
  signChallenge,
  signMinority,
  stateMinority,
  takeOverAmendment,
} from './texts.ts';
import { describeUpload, portray, takeUploadBack, unportray, uploadPicture } from './upload-picture.ts';
import { appealUnnamed } from './voices/appeal.ts';
import { redeemToken } from './voices/redeem.ts';
import { speakUnnamed } from './voices/speak.ts';
import { voteElsewhere } from './vote-elsewhere.ts';
import { castVoteFromElsewhere, secondFromElsewhere } from './vote-from-elsewhere.ts';
import { widenPost } from './widen-post.ts';
import { cosignatureRefused, takeCosignature, witnessCheckpoint } from './witness.ts';
import { writePost } from './write-post.ts';

/** Everything that somebody can do here, each bound to the house it is done in. */
export function createActions(house: House) {
  const bind =
    <Args extends readonly unknown[], Answer>(action: (house: House, ...args: Args) => Answer) =>
    (...args: Args): Answer =>
      action(house, ...args);
  return {
    wishForLetters: bind(wishForLetters),
    keepQuiet: bind(keepQuiet),
    foundCommunity: bind(foundCommunity),
    joinCommunity: bind(joinCommunity),
    leaveCommunity: bind(leaveCommunity),
    inviteToCommunity: bind(inviteToCommunity),
    inviteMany: bind(inviteMany),
    joinByInvitation: bind(joinByInvitation),
    revokeInvitation: bind(revokeInvitation),
    admitMember: bind(admitMember),
    declineMember: bind(declineMember),
    leftForGood: bind(leftForGood),
    acceptFollower: bind(acceptFollower),
    answerFollow: bind(answerFollow),
    stopFollowing: bind(stopFollowing),
    takeFollowBack: bind(takeFollowBack),
    followPerson: bind(followPerson),
    unfollowPerson: bind(unfollowPerson),
    publishPost: bind(publishPost),
    publishOwn: bind(publishOwn),
    writePost: bind(writePost),
    schedulePost: bind(schedulePost),
    moveScheduledPost: bind(moveScheduledPost),
    takeScheduledPostBack: bind(takeScheduledPostBack),
    receivePost: bind(receivePost),
    confirmPassedOn: bind(confirmPassedOn),
    editPost: bind(editPost),
    deletePost: bind(deletePost),
    closeInvitation: bind(closeInvitation),
    takeCorrection: bind(takeCorrection),
    supersede: bind(supersede),
    widenPost: bind(widenPost),
    editedElsewhere: bind(editedElsewhere),
    deletedElsewhere: bind(deletedElsewhere),
    answerQuoteRequest: bind(answerQuoteRequest),
    quoteAnswered: bind(quoteAnswered),
    takeQuoteBack: bind(takeQuoteBack),
    setQuotePolicy: bind(setQuotePolicy),
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
    fileReport: bind(fileReport),
    withdrawReport: bind(withdrawReport),
    giveRule: bind(giveRule),
    setAside: bind(setAside),
    openOwnCase: bind(openOwnCase),
    decideCase: bind(decideCase),
    confirmMeasure: bind(confirmMeasure),
    callJury: bind(callJury),
    demandJury: bind(demandJury),
    fileAppeal: bind(fileAppeal),
    appealHold: bind(appealHold),
    reconsiderPost: bind(reconsiderPost),
    linkAsked: bind(linkAsked),
    nameKind: bind(nameKind),
    dropKind: bind(dropKind),
    splitThread: bind(splitThread),
    mergeThreads: bind(mergeThreads),
    movedElsewhere: bind(movedElsewhere),
    communityMovedElsewhere: bind(communityMovedElsewhere),
    nameAliases: bind(nameAliases),
    moveOut: bind(moveOut),
    clearNotifications: bind(clearNotifications),
    dismissNotification: bind(dismissNotification),
    subscribeToPush: bind(subscribeToPush),
    changePush: bind(changePush),
    endPush: bind(endPush),
    boostPost: bind(boostPost),
    takeBoostBack: bind(takeBoostBack),
    likePost: bind(likePost),
    takeLikeBack: bind(takeLikeBack),
    bookmark: bind(bookmark),
    pinPost: bind(pinPost),
    muteActor: bind(muteActor),
    muteThread: bind(muteThread),
    blockActor: bind(blockActor),
    blockDomain: bind(blockDomain),
    noteActor: bind(noteActor),
    followTag: bind(followTag),
    featureTag: bind(featureTag),
    suggestNoMore: bind(suggestNoMore),
    changePolicy: bind(changePolicy),
    hearActor: bind(hearActor),
    putRequestAway: bind(putRequestAway),
    putConversationAway: bind(putConversationAway),
    takeMarkAway: bind(takeMarkAway),
    addFilter: bind(addFilter),
    changeFilter: bind(changeFilter),
    removeFilter: bind(removeFilter),
    addList: bind(addList),
    changeList: bind(changeList),
    putOnList: bind(putOnList),
    takeFromList: bind(takeFromList),
    removeList: bind(removeList),
    bringImport: bind(bringImport),
    startImport: bind(startImport),
    dropImport: bind(dropImport),
    addNote: bind(addNote),
    changeNote: bind(changeNote),
    removeNote: bind(removeNote),
    publishNote: bind(publishNote),
    followFeed: bind(followFeed),
    followListed: bind(followListed),
    unfollowFeed: bind(unfollowFeed),
    addCollection: bind(addCollection),
    changeCollection: bind(changeCollection),
    collect: bind(collect),
    publishCollection: bind(publishCollection),
    removeCollection: bind(removeCollection),
    submitProposal: bind(submitProposal),
    dryRun: bind(dryRun),
    secondProposal: bind(secondProposal),
    withdrawProposal: bind(withdrawProposal),
    proposeAlternative: bind(proposeAlternative),
    secondAlternative: bind(secondAlternative),
    takeOverAmendment: bind(takeOverAmendment),
    signChallenge: bind(signChallenge),
    stateMinority: bind(stateMinority),
    signMinority: bind(signMinority),
    castBallot: bind(castBallot),
    confirmBallot: bind(confirmBallot),
    denyBallot: bind(denyBallot),
    giveDelegation: bind(giveDelegation),
    takeBackDelegation: bind(takeBackDelegation),
    issuePaper: bind(issuePaper),
    issuePaperByCode: bind(issuePaperByCode),
    paperCode: bind(paperCode),
    castSecretBallot: bind(castSecretBallot),
    appealUnnamed: bind(appealUnnamed),
    redeemToken: bind(redeemToken),
    speakUnnamed: bind(speakUnnamed),
    depositTellerKey: bind(depositTellerKey),
    openTellerKey: bind(openTellerKey),
    disputePapers: bind(disputePapers),
    castVoteFromElsewhere: bind(castVoteFromElsewhere),
    secondFromElsewhere: bind(secondFromElsewhere),
    voteElsewhere: bind(voteElsewhere),
    declareEmergency: bind(declareEmergency),
    confirmEmergency: bind(confirmEmergency),
    liftEmergency: bind(liftEmergency),
    handInRound: bind(handInRound),
    contributeToSeed: bind(contributeToSeed),
    showSeedPart: bind(showSeedPart),
    answerJuryCall: bind(answerJuryCall),
    voteOnJury: bind(voteOnJury),
    writeToJury: bind(writeToJury),
    releaseHold: bind(releaseHold),
    actAsFounder: bind(actAsFounder),
    stand: bind(stand),
    nominate: bind(nominate),
    standDown: bind(standDown),
    resign: bind(resign),
    petitionRecall: bind(petitionRecall),
    signPetition: bind(signPetition),
    answerPetition: bind(answerPetition),
    refuseOperator: bind(refuseOperator),
    witnessCheckpoint: bind(witnessCheckpoint),
    takeCosignature: bind(takeCosignature),
    cosignatureRefused: bind(cosignatureRefused),
    eraseText: bind(eraseText),
    uploadPicture: bind(uploadPicture),
    describeUpload: bind(describeUpload),
    takeUploadBack: bind(takeUploadBack),
    portray: bind(portray),
    unportray: bind(unportray),
  };
}

export type Actions = ReturnType<typeof createActions>;
