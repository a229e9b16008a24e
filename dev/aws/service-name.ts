/** The services of AWS that are stood in for, as signatures and faults name them. */
export type ServiceName = 'kms' | 'sts' | 'acm-pca'
