import { basename } from 'node:path'
import { createSubjectIndex } from '../../core/attestation/attestation.ts'
import type { Statement, Subject } from '../../core/attestation/statement.ts'
import { releaseKey, releaseReference } from '../release-reference.ts'
import type { JudgedArtifact } from './release-judge.ts'
import type { ArtifactReport } from './verify-report.ts'

/**
 * What only all artifacts together show: that they belong to one release, and, where that is asked, that none of it is
 * missing.
 */
export function judgeRun(artifacts: readonly JudgedArtifact[], complete: boolean): readonly ArtifactReport[] {
  const statements = [...new Set(artifacts.flatMap((artifact) => artifact.statements))]
  const [statement] = statements
  if (statement === undefined) return artifacts.map(({ report }) => report)
  const severalReleases = new Set(statements.map(releaseKey)).size > 1
  const { repository, tag } = releaseReference(statement)
  const someFiles = artifacts.some(({ report }) => report.byDigest !== true)
  const reports = artifacts.map(({ report, statements: own }): ArtifactReport => {
    if (!report.verified) return report
    if (severalReleases) {
      return refused(report, {
        code: 'releases-differ',
        message: 'the artifacts of this run belong to different releases',
        hint: 'Verify the artifacts of one release at a time, or name its tag.',
      })
    }
    // Among files, a line in a list does not stand for the one that is missing.
    if (complete && someFiles && report.byDigest === true) return refused(report, fileMissing)
    if (own.length > 0) return report
    return refused(report, {
      code: 'subject-unknown',
      message: `it is signed, but no artifact of ${repository} ${tag}, which the others of this run are`,
      hint: 'Verify it in a run of its own if it belongs to no release.',
    })
  })
  return complete ? [...reports, ...missingSubjects(artifacts, statements)] : reports
}

type Refusal = Required<Pick<ArtifactReport, 'code' | 'message' | 'hint'>>

const refused = (report: ArtifactReport, refusal: Refusal): ArtifactReport => ({
  ...report,
  ...refusal,
  verified: false,
})

function missingSubjects(
  artifacts: readonly JudgedArtifact[],
  statements: readonly Statement[],
): readonly ArtifactReport[] {
  const missing = new Map<string, ArtifactReport>()
  for (const statement of statements) {
    const subjectNamed = createSubjectIndex(statement)
    // One that is verified by another attestation alone is not the one that this one lists; one that is refused has been
    // told of.
    const found = artifacts.filter(({ report, statements: own }) => own.includes(statement) || !report.verified)
    const there = new Set(found.map(({ report }) => subjectNamed(basename(report.path))))
    for (const subject of statement.subjects) {
      if (!there.has(subject)) missing.set(subject.name, missingArtifact(subject, statement))
    }
  }
  return [...missing.values()]
}

const fileMissing: Refusal = {
  code: 'subject-missing',
  message: 'all files of the release are asked for, and of this one there is only a digest',
  hint: 'Get the file from the release, or give digests alone.',
}

const missingArtifact = ({ name, digests: { sha256 = '' } }: Subject, statement: Statement): ArtifactReport => ({
  path: name,
  sha256,
  verified: false,
  release: releaseReference(statement),
  sidecars: [],
  code: 'subject-missing',
  message: 'the release has this artifact, and it is not among those given',
  hint: 'Get it from the release and name it, or do not ask for all with complete.',
})
